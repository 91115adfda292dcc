import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { nextAllowed, type Workdays, workdaysIn } from '../calendar/domain.ts'
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
import { mustReachBy } from './moment.ts'
import { ending } from './outcome-usecases.ts'
import type { MessageParts } from './parts.ts'
import { arrangement } from './schedule-usecases.ts'

type Parts = MessageParts & { readonly isDue: SilenceUsecases['isDue'] }

export type MessageSending = ReturnType<typeof messageSending>

/** A message from being told to being out of use. */
export function messageSending(parts: Parts) {
  const { store, transact, read, clock, ids, calendar, people, isDue } = parts
  const { arrange, rearrange } = arrangement(parts)
  const { end, answered, confirmed } = ending(parts)

  /** Adds it in `state`; false when the person was told for its reason. */
  async function add(tx: Tx, telling: Telling, state: MessageState): Promise<Message | undefined> {
    const { every: _, ...told } = telling
    const now = clock.now()
    const message: Message = { ...told, id: ids.next(), state, round: 1, turn: 0, from: now, createdAt: now }
    return (await store(tx).add(message)) ? message : undefined
  }

  return {
    /**
     * Has the person told at the next allowed moment, once for each `reason`: telling it again does nothing.
     * `by`: the feature whose fact `<by>.tell` then claims it. Answers whether it is new. With `every`, one that comes
     * too soon after the last of its topic is not told, and its reason not used up: tell it again another day. A topic
     * that asks nothing is never too soon.
     */
    async tell(tx: Tx, telling: Telling): Promise<boolean> {
      const { person, reason, every } = telling
      if (every !== undefined && asks(telling.topic)) {
        if (await store(tx).told(person, reason)) return false
        if (!(await isDue(tx, telling, every))) return false
      }
      const message = await add(tx, telling, 'waiting')
      if (message) await arrange(tx, message, clock.now())
      return message !== undefined
    },

    /**
     * Whether one of the topic may come now, as `tell` with `every` asks. Asked in a transaction of its own, a silence that
     * begins here stays when what was to be told is given up.
     */
    isDue: (
      tx: Tx,
      { person, topic, every = 0 }: Pick<Telling, 'person' | 'topic' | 'every'>,
    ): Promise<boolean> => isDue(tx, { person, topic }, every),

    /**
     * The person is told of this by another message: the reason is used up, nothing goes out for it and no place of the
     * week is taken. One that they asked to see again comes all the same. Answers whether it would have been told.
     */
    async absorb(tx: Tx, telling: Telling): Promise<boolean> {
      if (await add(tx, telling, 'absorbed')) return true
      const told = await store(tx).told(telling.person, telling.reason)
      const message = told && (await store(tx).lock(told.id))
      if (message?.state !== 'waiting' || message.round > 1) return false
      await end(tx, message, 'absorbed')
      return true
    },

    /** Whether what the person was told for this reason went out; undefined when they were told nothing for it. */
    async wentOut(tx: Tx, person: string, reason: string): Promise<boolean | undefined> {
      const message = await store(tx).told(person, reason)
      return message && message.sentAt !== undefined
    },

    /** Until when, yet to come, the person must know what they are told for this reason; undefined once it went out. */
    async owed(tx: Tx, person: string, reason: string): Promise<number | undefined> {
      const message = await store(tx).told(person, reason)
      const by = message && mustReachBy(message)
      return by !== undefined && by > clock.now() ? by : undefined
    },

    /** What the person is told of on this topic while it has a point, whether it reached them or not; the latest 20. */
    async subjectsOf(tx: Tx, person: string, topic: Topic): Promise<readonly Subject[]> {
      return (await store(tx).relevant(person, topic, clock.now())).map(({ subject }) => subject)
    },

    /** The first moment from `at` on (milliseconds) at which the programme writes to anybody. */
    tellable: async (at: number): Promise<number> =>
      nextAllowed(at, await calendar(clock.now()), parts.zone) ?? at,

    /** The programme's, by which a message comes in time or not. Good for 500 days either way. */
    workdays: async (): Promise<Workdays> => workdaysIn(await calendar(clock.now())),

    claim: claiming(parts).claim,

    /** What it was about is done: it is not sent, and its place in the week is free again. */
    drop: (id: string): Promise<void> =>
      transact(async tx => {
        const message = await store(tx).lock(id)
        if (!message) return
        const went = await store(tx).stands(keyOf(message))
        if (!went) await store(tx).free(message)
        await end(tx, went ? message : unsent(message), 'dropped')
      }),

    /** The actor's own message, to be drawn again. @throws Refusal `gone`, `not-yours` */
    async show(actor: Actor, id: string): Promise<Message> {
      return ownMessage(actor, await read(tx => store(tx).find(id)), MESSAGE_PERMISSIONS.read)
    },

    /** Where what the person was told for this reason stands, to be drawn again; undefined when it never went out. */
    async standing(person: string, reason: string): Promise<Claimed | undefined> {
      const message = await read(tx => store(tx).told(person, reason))
      const [actor, reached] = [await people.actor(person), await people.reachOf(person)]
      if (message?.sentAt === undefined || !actor || !reached || 'why' in reached) return undefined
      const { id, topic, subject, round } = message
      return { id, actor, to: reached.to, topic, subject, round, key: keyOf(message) }
    },

    answered,
    confirmed,

    /** The person can be reached now: what could not be sent and is not too late goes out. */
    arrived: (person: string): Promise<void> => transact(tx => rearrange(tx, person, 'unreachable')),
  }
}
