import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import type { SharedLimits, Use } from '../kernel/limits.ts'
import type { Logger } from '../kernel/logger.ts'
import { fingerprint } from '../kernel/text.ts'
import type { Transact, Tx } from '../kernel/tx.ts'
import { open } from './tx.ts'

/** How long one instance may not know what another counted. */
const EVERY = SECOND
/** Rows of one statement. */
const MOST_ROWS = 500

export type Sharing = {
  /** Tells the other instances and hears from them, once. Rejects when the database cannot be reached. */
  readonly tell: () => Promise<void>
  readonly stop: () => void
}

/** Adds up in one statement; a window that another instance has left behind is not taken up again. */
async function add(tx: Tx, uses: readonly Use[]): Promise<readonly Use[]> {
  const rows = await open(tx)
    .insertInto('limit_use')
    .values(uses.map(({ key, endsAt, count }) => ({ key, ends_at: endsAt, count })))
    .onConflict(known =>
      known.column('key').doUpdateSet(eb => ({
        count: eb
          .case()
          .when('limit_use.ends_at', '=', eb.ref('excluded.ends_at'))
          .then(eb('limit_use.count', '+', eb.ref('excluded.count')))
          .when('limit_use.ends_at', '<', eb.ref('excluded.ends_at'))
          .then(eb.ref('excluded.count'))
          .else(eb.ref('limit_use.count'))
          .end(),
        ends_at: eb
          .case()
          .when('limit_use.ends_at', '<', eb.ref('excluded.ends_at'))
          .then(eb.ref('excluded.ends_at'))
          .else(eb.ref('limit_use.ends_at'))
          .end(),
      })),
    )
    .returningAll()
    .execute()
  return rows.map(({ key, ends_at, count }) => ({ key, endsAt: ends_at, count }))
}

function byKey(a: Use, b: Use): number {
  return a.key < b.key ? -1 : 1
}

/**
 * Makes several instances count together, once a second: no request waits for it. The table holds fingerprints, salted
 * with `secret`: who was counted cannot be read from it, and rows last an hour at most.
 */
export function shareLimits(
  parts: { readonly transact: Transact; readonly clock: Clock; readonly log: Logger },
  limits: SharedLimits,
  secret: string,
): Sharing {
  const { transact, clock, log } = parts
  let telling = false
  let isDown = false

  async function tell(): Promise<void> {
    const untold = limits.untold()
    if (untold.length === 0) return
    const names = new Map(untold.map(({ key }) => [fingerprint(secret, key), key]))
    // In one order everywhere: two instances cannot wait for each other.
    const uses = untold.map(use => ({ ...use, key: fingerprint(secret, use.key) })).sort(byKey)
    for (let from = 0; from < uses.length; from += MOST_ROWS) {
      const heard = await transact(tx => add(tx, uses.slice(from, from + MOST_ROWS)))
      limits.hear(heard.map(use => ({ ...use, key: names.get(use.key) ?? '' })))
    }
    const old = clock.now() - MINUTE
    await transact(tx => open(tx).deleteFrom('limit_use').where('ends_at', '<', old).execute())
  }

  async function tellOnce(): Promise<void> {
    if (telling) return
    telling = true
    try {
      await tell()
      isDown = false
    } catch (err) {
      if (!isDown) log.warn({ err }, 'limits are not shared between instances for now')
      isDown = true
    } finally {
      telling = false
    }
  }

  const timer = setInterval(() => void tellOnce(), EVERY)
  timer.unref()
  return { tell, stop: () => clearInterval(timer) }
}
