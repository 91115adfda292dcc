import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { nextAllowed, type Workdays, workdaysIn } from '../calendar/domain.ts'
import { isReturn } from '../message/budget.ts'
import {
  asks,
  type Claimed,
  keyOf,
  MESSAGE_PERMISSIONS,
  type Message,
  type MessageState,
  ownMessage,
  type Subject,
  type Telling,
  type Topic,
  unsent,
} from '../message/domain.ts'
import type { SilenceUsecases } from '../response/silence-usecases.ts'
import { claiming } from './claim-usecases.ts'
import { gathering } from './gathering-usecases.ts'
import { mustReachBy } from './moment.ts'
import { ending } from './outcome-usecases.ts'
import type { MessageParts } from './parts.ts'
import { scheduling } from './schedule-usecases.ts'

type Parts = MessageParts & { readonly isDue: SilenceUsecases['isDue'] }

export type MessageSending = ReturnType<typeof messageSending>

/** The life of a message, from queued to obsolete. */
export function messageSending(parts: Parts) {
  const { store, transact, read, clock, ids, calendar, people, isDue } = parts
  const { schedule, reschedule } = scheduling(parts)
  const { end, answered, confirmed } = ending(parts)
  const { gather, moves } = gathering(parts)

  /** Adds it in `state`; undefined when the person has one with its dedupe key. */
  async function add(tx: Tx, telling: Telling, state: MessageState): Promise<Message | undefined> {
    const { every: _, ...fields } = telling
    const now = clock.now()
    const message: Message = {
      ...fields,
      id: ids.next(),
      state,
      round: 1,
      turn: 0,
      from: now,
      createdAt: now,
    }
    return (await store(tx).add(message)) ? message : undefined
  }

  /** Reschedules the person's moves that wait; each is locked, as it may be on its way out. */
  async function hasten(tx: Tx, person: string): Promise<void> {
    for (const listed of await store(tx).inState(person, 'waiting')) {
      const waiting = isReturn(listed) ? await store(tx).lock(listed.id) : undefined
      if (waiting?.state === 'waiting') await schedule(tx, waiting, clock.now())
    }
  }

  return {
    /**
     * Queues a message for the next allowed time, once per `reason` (dedupe key). `by`: the feature whose fact
     * `<by>.tell` then claims it.
     * @returns whether it is new. With `every`, one that follows too soon on its topic is dropped, and its key not used
     * up: queue it again another day. What one touched that moved is told with whatever else moves that week, in one
     * card of the feature `returns`; `atOnce` in its subject tells it by itself.
     */
    async tell(tx: Tx, telling: Telling): Promise<boolean> {
      const { person, reason, every } = telling
      if (isReturn(telling)) return gather(tx, telling)
      if (every !== undefined && asks(telling.topic)) {
        if (await store(tx).byReason(person, reason)) return false
        if (!(await isDue(tx, telling, every))) return false
      }
      const message = await add(tx, telling, 'waiting')
      if (message) await schedule(tx, message, clock.now())
      return message !== undefined
    },

    /**
     * Whether a message of the topic may come now, by the back-off of `every`. In a transaction of its own, so that a
     * silence that begins here is kept when the caller rolls back.
     */
    isDue: (
      tx: Tx,
      { person, topic, every = 0 }: Pick<Telling, 'person' | 'topic' | 'every'>,
    ): Promise<boolean> => isDue(tx, { person, topic }, every),

    /**
     * Marks the dedupe key as used, because another message tells the person the same: nothing is sent and no slot
     * taken. One that they postponed comes all the same.
     * @returns whether it would have been sent
     */
    async absorb(tx: Tx, telling: Telling): Promise<boolean> {
      if (await add(tx, telling, 'absorbed')) return true
      const found = await store(tx).byReason(telling.person, telling.reason)
      const message = found && (await store(tx).lock(found.id))
      if (message?.state !== 'waiting' || message.round > 1) return false
      await end(tx, message, 'absorbed')
      return true
    },

    /** Whether the person's message with this dedupe key was sent, by itself or with others; undefined without one. */
    async wentOut(tx: Tx, person: string, reason: string): Promise<boolean | undefined> {
      const message = await store(tx).byReason(person, reason)
      const card = message?.toldIn === undefined ? message : await store(tx).find(message.toldIn)
      return message && card?.sentAt !== undefined
    },

    /** What a card of moves tells, by its id; the last 100, the latest first. */
    moves: (card: string): Promise<readonly Message[]> => read(tx => moves(tx, card)),

    /** Future deadline of the person's message with this dedupe key; undefined once it was sent. */
    async owed(tx: Tx, person: string, reason: string): Promise<number | undefined> {
      const message = await store(tx).byReason(person, reason)
      const by = message && mustReachBy(message)
      return by !== undefined && by > clock.now() ? by : undefined
    },

    /** Subjects of the person's messages on this topic that are still useful, delivered or not; the latest 20. */
    async subjectsOf(tx: Tx, person: string, topic: Topic): Promise<readonly Subject[]> {
      return (await store(tx).relevant(person, topic, clock.now())).map(({ subject }) => subject)
    },

    /** First time from `at` on (milliseconds) at which the programme writes to anybody. */
    tellable: async (at: number): Promise<number> =>
      nextAllowed(at, await calendar(clock.now()), parts.zone) ?? at,

    /** Working days of the programme, for deadlines. Good for 500 days either way. */
    workdays: async (): Promise<Workdays> => workdaysIn(await calendar(clock.now())),

    claim: claiming(parts).claim,

    /** Its occasion is over: cancels it, and frees its slot of the week. */
    drop: (id: string): Promise<void> =>
      transact(async tx => {
        const message = await store(tx).lock(id)
        if (!message) return
        const went = await store(tx).stands(keyOf(message))
        if (!went) await store(tx).free(message)
        await end(tx, went ? message : unsent(message), 'dropped')
        // What moved meanwhile need not wait for a card that was not sent.
        if (!went && isReturn(message)) await hasten(tx, message.person)
      }),

    /** The actor's own message, to be rendered again. @throws Refusal `gone`, `not-yours` */
    async show(actor: Actor, id: string): Promise<Message> {
      return ownMessage(actor, await read(tx => store(tx).find(id)), MESSAGE_PERMISSIONS.read)
    },

    /** The sent message with this dedupe key, to be edited; undefined when it was never sent. */
    async sentMessage(person: string, reason: string): Promise<Claimed | undefined> {
      const message = await read(tx => store(tx).byReason(person, reason))
      const [actor, reached] = [await people.actor(person), await people.reachOf(person)]
      if (message?.sentAt === undefined || !actor || !reached || 'why' in reached) return undefined
      const { id, topic, subject, round } = message
      return { id, actor, to: reached.to, topic, subject, round, key: keyOf(message) }
    },

    answered,
    confirmed,

    /** The person became reachable: sends what could not be sent and is not too late. */
    arrived: (person: string): Promise<void> => transact(tx => reschedule(tx, person, 'unreachable')),
  }
}
