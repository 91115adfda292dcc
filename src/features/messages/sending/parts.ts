import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Calendar, TimeOff } from '../calendar/domain.ts'
import type { Message, MessageState, Topic } from '../message/domain.ts'

/** What the person chose themselves. */
export type MessageChoices = TimeOff & { readonly perWeek?: number }

type Slot = { readonly week: string; readonly number: number }

export type MessageStore = {
  /** `false`, and nothing is added, when the person was told for this reason. */
  readonly add: (message: Message) => Promise<boolean>
  readonly find: (id: string) => Promise<Message | undefined>
  /** What the person was told for this reason. */
  readonly told: (person: string, reason: string) => Promise<Message | undefined>
  /** Like `find`; nobody else changes it until the transaction ends. */
  readonly lock: (id: string) => Promise<Message | undefined>
  readonly change: (
    id: string,
    to: Pick<Message, 'state' | 'why' | 'round' | 'turn' | 'from' | 'sentAt'>,
  ) => Promise<void>
  /** The person's messages in this state, the oldest first; at most 100. */
  readonly inState: (person: string, state: MessageState) => Promise<readonly Message[]>
  /** Those of the person that were too late for their time off or their week, and have a point still; at most 100. */
  readonly missed: (person: string, now: number) => Promise<readonly Message[]>
  /** Those of the person on this topic that have a point still, the latest first; at most 20. */
  readonly relevant: (person: string, topic: Topic, now: number) => Promise<readonly Message[]>
  /** The numbers of the person's week that are taken. */
  readonly taken: (person: string, week: string) => Promise<readonly number[]>
  /** The number and week that this round of the message took, or the last one before it that did. */
  readonly slot: (message: Pick<Message, 'id' | 'round'>) => Promise<Slot | undefined>
  readonly take: (message: Message, week: string, number: number) => Promise<void>
  /** Gives back the number that this round of the message took. */
  readonly free: (message: Message) => Promise<void>
  /** Whether a message stands in Teams under the key, or may. */
  readonly stands: (key: string) => Promise<boolean>
}

/** What somebody chose of their messages, as sending heeds it. */
export type ChoiceReading = {
  readonly choices: (person: string) => Promise<MessageChoices>
  readonly stops: (person: string) => Promise<readonly Topic[]>
}

export type MessageParts = {
  readonly store: (tx: Tx) => MessageStore
  readonly chosen: (tx: Tx) => ChoiceReading
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: string
  /** The programme's own budget of a week. */
  readonly perWeek: number
  readonly calendar: (now: number) => Promise<Calendar>
  readonly people: Pick<PeopleUsecases, 'actor' | 'reachOf' | 'answered'>
}
