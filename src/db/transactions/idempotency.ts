import type { IdempotencyKey, Once } from '../../kernel/storage/idempotency.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { open } from './tx.ts'

const MOST_KEYS = 8

/**
 * Claims `key`. @returns the id that holds it after this statement. PostgreSQL waits for a transaction that is
 * inserting the same key; if that one rolls back, the key is ours.
 */
async function claim(tx: Tx, { key, forMs }: IdempotencyKey, id: string, now: number): Promise<string> {
  const claimed = await open(tx)
    .insertInto('seen')
    .values({ key, id, expires_at: now + forMs })
    .onConflict(taken =>
      taken
        .column('key')
        .doUpdateSet({ id, expires_at: now + forMs })
        .where('seen.expires_at', '<=', now),
    )
    .returning('id')
    .executeTakeFirst()
  const held =
    claimed ?? (await open(tx).selectFrom('seen').select('id').where('key', '=', key).executeTakeFirst())
  return held?.id ?? id
}

/** See kernel/storage/idempotency. A refusal releases its claims, since its transaction rolls back. */
export function makeOnce(clock: Clock): Once {
  return async (tx, keys, id) => {
    if (keys.length > MOST_KEYS) throw new RangeError(`at most ${MOST_KEYS} keys`)
    const now = clock.now()
    const holders = new Map<string, string>()
    // Keys are claimed in sorted order: two arrivals cannot deadlock.
    for (const key of keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      holders.set(key.key, await claim(tx, key, id, now))
    }
    const earlier = keys
      .map(({ key }) => holders.get(key))
      .find(holder => holder !== undefined && holder !== id)
    if (earlier === undefined) return id
    const fresh = keys.map(({ key }) => key).filter(key => holders.get(key) === id)
    // Keys that were new are pointed to the earlier act too, so that a repeat of this arrival finds it as well.
    if (fresh.length > 0) {
      await open(tx).updateTable('seen').set({ id: earlier }).where('key', 'in', fresh).execute()
    }
    return earlier
  }
}
