import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Fact, Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, MINUTE } from '../../../kernel/time/clock.ts'
import type { AxisGuessUsecases } from '../axis/usecases.ts'
import {
  checkReadable,
  KEPT_FOR,
  MOST_KEPT,
  UTTERANCE_PERMISSIONS,
  type Utterance,
  utteranceText,
} from './domain.ts'

/** The fact that erases what has expired. */
export const EXPIRE = 'utterances.expire'
/** Rows erased in a transaction. */
const BATCH = 200
/** Texts that expire within as long are erased together; with it, all are gone within a day. */
const TOGETHER = 10 * MINUTE

export type UtteranceStore = {
  readonly add: (utterance: Utterance) => Promise<void>
  readonly find: (id: string) => Promise<Utterance | undefined>
  readonly put: (id: string, text: string, axis: string | undefined) => Promise<void>
  /** Keeps the person's newest `most`. */
  readonly trim: (person: string, most: number) => Promise<void>
  /** Erases `limit` at most of those that expire by `now`; answers how many. */
  readonly eraseExpired: (now: number, limit: number) => Promise<number>
  /** When the first one expires, or has expired (ms). */
  readonly nextExpiry: () => Promise<number | undefined>
}

type Parts = {
  readonly store: (tx: Tx) => UtteranceStore
  readonly guess: AxisGuessUsecases['guess']
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
}

export type UtteranceUsecases = ReturnType<typeof utteranceUsecases>

/** What somebody typed, kept for a day for them alone. */
export function utteranceUsecases({ store, guess, transact, read, once, note, clock, ids }: Parts) {
  /** A fact for each time: one that waits for a later time would take an earlier one into it. */
  function expiry(expiresAt: number): Fact {
    const dueAt = Math.ceil(expiresAt / TOGETHER) * TOGETHER
    return { kind: EXPIRE, payload: {}, dueAt, mergeKey: `${EXPIRE}:${dueAt}` }
  }

  async function find(actor: Actor, id: string): Promise<Utterance> {
    return checkReadable(actor, await read(tx => store(tx).find(id)), clock.now())
  }

  return {
    find,

    /** Keeps what was typed, once for all `keys`. @throws Refusal `role-needed`, `empty-text`, `too-long` */
    async keep(actor: Actor, typed: string, keys: readonly IdempotencyKey[]): Promise<Utterance> {
      permit(UTTERANCE_PERMISSIONS.read, actor.role, 'own')
      const text = utteranceText(typed)
      const axis = await guess(text)
      const [at, id] = [clock.now(), ids.next()]
      const kept = {
        id,
        person: actor.id,
        text,
        ...(axis !== undefined && { axis }),
        at,
        expiresAt: at + KEPT_FOR,
      }
      return transact(async tx => {
        const first = await once(tx, keys, id)
        const before = first === id ? undefined : await store(tx).find(first)
        if (before) return before
        await store(tx).add(kept)
        await store(tx).trim(actor.id, MOST_KEPT)
        await note(tx, expiry(kept.expiresAt))
        return kept
      })
    },

    /** Other words for it. @throws Refusal `utterance-gone`, `empty-text`, `too-long` */
    async rewrite(actor: Actor, id: string, typed: string): Promise<Utterance> {
      await find(actor, id)
      const text = utteranceText(typed)
      const axis = await guess(text)
      return transact(async tx => {
        await store(tx).put(id, text, axis)
        return checkReadable(actor, await store(tx).find(id), clock.now())
      })
    },

    /** Erases what has expired, in batches, and has itself called again for what has not. */
    async expire(): Promise<void> {
      while ((await transact(tx => store(tx).eraseExpired(clock.now(), BATCH))) === BATCH);
      await transact(async tx => {
        const next = await store(tx).nextExpiry()
        if (next !== undefined) await note(tx, expiry(next))
      })
    },
  }
}
