import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Note } from '../../kernel/outbox.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { PeopleUsecases, Why } from '../people/index.ts'
import { arrangement } from './arrange-usecases.ts'
import { type Calendar, nextWeek, weekOf } from './calendar.ts'
import {
  type Claimed,
  freeNumber,
  keyOf,
  type Message,
  ownMessage,
  type State,
  type Telling,
  type Topic,
} from './domain.ts'
import { ending } from './end-usecases.ts'
import { ticketing } from './ticket-usecases.ts'

/** What the person chose themselves. */
export type Choices = { readonly perWeek?: number; readonly pausedUntil?: string }

export type Slot = { readonly week: string; readonly number: number }

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
    to: Pick<Message, 'state' | 'why' | 'round' | 'turn' | 'from'>,
  ) => Promise<void>
  /** The person's messages in this state, the oldest first; at most 100. */
  readonly inState: (person: string, state: State) => Promise<readonly Message[]>
  /** The numbers of the person's week that are taken. */
  readonly taken: (person: string, week: string) => Promise<readonly number[]>
  /** The number and week that this round of the message took. */
  readonly slot: (message: Pick<Message, 'id' | 'round'>) => Promise<Slot | undefined>
  readonly take: (message: Message, week: string, number: number) => Promise<void>
  /** Hands the number that an earlier round took in this week on to this round; undefined when none did. */
  readonly keep: (message: Message, week: string) => Promise<number | undefined>
  /** Gives back the number that this round of the message took. */
  readonly free: (message: Message) => Promise<void>
  /** Whether a message stands in Teams under the key. */
  readonly stands: (key: string) => Promise<boolean>
  readonly choices: (person: string) => Promise<Choices>
  readonly choose: (person: string, choices: Choices) => Promise<void>
  readonly stops: (person: string) => Promise<readonly Topic[]>
  /** `at`: milliseconds; undefined takes the topic up again. */
  readonly stop: (person: string, topic: Topic, at: number | undefined) => Promise<void>
}

export type MessageParts = {
  readonly store: (tx: Tx) => MessageStore
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

export type MessageUsecases = ReturnType<typeof messageUsecases>

type Reader = { readonly actor: Actor; readonly to: string } | { readonly why: Why }

export function messageUsecases(parts: MessageParts) {
  const { store, transact, read, clock, ids, zone, perWeek, people } = parts

  const { momentFor, arrange, rearrange } = arrangement(parts)

  const { end, answered, confirmed } = ending(parts)
  const { claimable } = ticketing(parts)

  /** Why it does not go at all now, for good or until something changes. */
  async function hindrance(tx: Tx, message: Message, reader: Reader): Promise<State | undefined> {
    if ((await store(tx).stops(message.person)).includes(message.topic)) return 'stopped'
    if (message.until !== undefined && clock.now() > message.until) return 'expired'
    return 'why' in reader ? 'unreachable' : undefined
  }

  /** Takes one of the week's numbers, or puts the message off. */
  async function take(tx: Tx, message: Message): Promise<{ number: number; budget: number } | undefined> {
    const now = clock.now()
    if ((await momentFor(tx, message, now)) !== now) {
      await arrange(tx, message, now)
      return undefined
    }
    const week = weekOf(now, zone)
    const chosen = (await store(tx).choices(message.person)).perWeek ?? perWeek
    const budget = Math.min(chosen, perWeek)
    const number = freeNumber(await store(tx).taken(message.person, week), budget)
    if (number === undefined) {
      // Asked for again by the person themselves, it comes on the day that was promised: in its own place of the week.
      const kept = await store(tx).keep(message, week)
      if (kept !== undefined) return { number: kept, budget: Math.max(budget, kept) }
      await arrange(tx, message, nextWeek(now, zone))
      return undefined
    }
    await store(tx).take(message, week, number)
    return { number, budget }
  }

  async function readerOf(id: string): Promise<Reader> {
    const message = await read(tx => store(tx).find(id))
    const actor = message && (await people.actor(message.person))
    const reached = message && (await people.reachOf(message.person))
    return actor && reached ? { actor, ...reached } : { why: 'not-installed' }
  }

  return {
    /**
     * Has the person told at the next allowed moment, once for each `reason`: telling it again does nothing.
     * `by`: the feature whose fact `<by>.tell` then claims it. Answers whether it is new.
     */
    async tell(tx: Tx, telling: Telling): Promise<boolean> {
      const now = clock.now()
      const fresh = {
        id: ids.next(),
        state: 'waiting',
        round: 1,
        turn: 0,
        from: now,
        createdAt: now,
      } as const
      const message: Message = { ...telling, ...fresh }
      if (!(await store(tx).add(message))) return false
      await arrange(tx, message, now)
      return true
    },

    /**
     * Right before sending: `ticket` is the `message` of the fact's payload. Undefined when nothing is to be sent now:
     * stopped, too late, sent already, out of reach, or put off, which notes the fact anew.
     */
    async claim(ticket: string): Promise<Claimed | undefined> {
      const reader = await readerOf(ticket.split(':')[0] ?? '')
      return transact(async tx => {
        const message = await claimable(tx, ticket)
        if (!message) return undefined
        await store(tx).free(message)
        const state = await hindrance(tx, message, reader)
        if (state) await end(tx, message, state, 'why' in reader ? reader.why : undefined)
        const slot = state ? undefined : await take(tx, message)
        if (!slot || 'why' in reader) return undefined
        await end(tx, message, 'sent')
        const { id, topic, subject, round } = message
        return { id, topic, subject, round, key: keyOf(message), ...reader, ...slot }
      })
    },

    /** What it was about is done: it is not sent, and its place in the week is free again. */
    drop: (id: string): Promise<void> =>
      transact(async tx => {
        const message = await store(tx).lock(id)
        if (!message) return
        if (!(await store(tx).stands(keyOf(message)))) await store(tx).free(message)
        await end(tx, message, 'dropped')
      }),

    /** The actor's own message, to be drawn again. @throws Refusal `gone`, `not-yours` */
    async show(actor: Actor, id: string): Promise<Message> {
      return ownMessage(actor, await read(tx => store(tx).find(id)), 'read')
    },

    answered,
    confirmed,

    /** The person can be reached now: what could not be sent and is not too late goes out. */
    arrived: (person: string): Promise<void> => transact(tx => rearrange(tx, person, 'unreachable')),
  }
}
