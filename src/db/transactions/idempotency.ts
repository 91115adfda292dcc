import type { Once, OnceKey } from '../../kernel/storage/idempotency.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { open } from './tx.ts'

const MOST_KEYS = 8

/**
 * The id that holds `key` once this statement is through. A key that is taken makes PostgreSQL wait for the other
 * transaction; if that one rolls back, the key is ours.
 */
async function claim(tx: Tx, { key, forMs }: OnceKey, id: string, now: number): Promise<string> {
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

/** See kernel/once. A use-case that refuses takes its claims back with its transaction. */
export function makeOnce(clock: Clock): Once {
  return async (tx, keys, id) => {
    if (keys.length > MOST_KEYS) throw new RangeError(`at most ${MOST_KEYS} keys`)
    const now = clock.now()
    const holders = new Map<string, string>()
    // Everybody claims in the same order: two arrivals cannot wait for each other.
    for (const key of keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      holders.set(key.key, await claim(tx, key, id, now))
    }
    const earlier = keys
      .map(({ key }) => holders.get(key))
      .find(holder => holder !== undefined && holder !== id)
    if (earlier === undefined) return id
    const fresh = keys.map(({ key }) => key).filter(key => holders.get(key) === id)
    // The keys that were new now name the earlier act too: a repeat of this arrival finds it as well.
    if (fresh.length > 0) {
      await open(tx).updateTable('seen').set({ id: earlier }).where('key', 'in', fresh).execute()
    }
    return earlier
  }
}
