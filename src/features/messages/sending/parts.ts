import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Calendar, TimeOff } from '../calendar/domain.ts'
import type { Message, MessageState, Topic } from '../message/domain.ts'

/** The person's own settings. */
export type MessageChoices = TimeOff & { readonly perWeek?: number }

type Slot = { readonly week: string; readonly number: number }

export type MessageStore = {
  /** False, and nothing is added, when the person has a message with this dedupe key. */
  readonly add: (message: Message) => Promise<boolean>
  readonly find: (id: string) => Promise<Message | undefined>
  /** The person's message with this dedupe key. */
  readonly byReason: (person: string, reason: string) => Promise<Message | undefined>
  /** Like `find`, locked until the transaction ends. */
  readonly lock: (id: string) => Promise<Message | undefined>
  readonly change: (
    id: string,
    to: Pick<Message, 'state' | 'why' | 'round' | 'turn' | 'from' | 'sentAt'>,
  ) => Promise<void>
  /** The person's messages in this state, the oldest first; at most 100. */
  readonly inState: (person: string, state: MessageState) => Promise<readonly Message[]>
  /**
   * The person's messages that missed their time because of time off or the weekly budget, and are still useful; at
   * most 100.
   */
  readonly missed: (person: string, now: number) => Promise<readonly Message[]>
  /** The person's messages on this topic that are still useful, the latest first; at most 20. */
  readonly relevant: (person: string, topic: Topic, now: number) => Promise<readonly Message[]>
  /** The person's cards of moves that are to be sent, first or again; at most 20. */
  readonly returnsOf: (person: string) => Promise<readonly Pick<Message, 'id'>[]>
  /** When the person was last told that something moved, after `since` (milliseconds) and but by the message `except`. */
  readonly lastReturn: (
    person: string,
    among: { readonly except: string; readonly since: number },
  ) => Promise<number | undefined>
  /** The move is told in that card. */
  readonly attach: (move: string, card: string) => Promise<void>
  /** All moves of one card are told in another. */
  readonly reattach: (from: string, to: string) => Promise<void>
  /** Moves told in the card, the latest first; at most 100. */
  readonly toldIn: (card: string) => Promise<readonly Message[]>
  /** Slots taken in the person's week. */
  readonly taken: (person: string, week: string) => Promise<readonly number[]>
  /** Slot and week of this round, or of the last one before it that took any. */
  readonly slot: (message: Pick<Message, 'id' | 'round'>) => Promise<Slot | undefined>
  readonly take: (message: Message, week: string, number: number) => Promise<void>
  /** Frees the slot of this round. */
  readonly free: (message: Message) => Promise<void>
  /** Whether a message was or may have been posted under the key. */
  readonly stands: (key: string) => Promise<boolean>
}

/** The settings that sending depends on. */
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
  /** The programme's weekly budget. */
  readonly perWeek: number
  readonly calendar: (now: number) => Promise<Calendar>
  readonly people: Pick<PeopleUsecases, 'actor' | 'reachOf' | 'answered'>
}
