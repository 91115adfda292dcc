import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { SharedLimits, SharedUse, Use } from '../../kernel/requests/limits.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { fingerprint } from '../../kernel/text/text.ts'
import { type Clock, HOUR, MINUTE, SECOND } from '../../kernel/time/clock.ts'
import { open } from '../transactions/tx.ts'

/** Interval of exchange: how late one instance learns what another counted. */
const EVERY = SECOND
/** Rows of one statement. */
const MOST_ROWS = 500

export type Sharing = {
  /** Exchanges counts with the other instances, once. Rejects when the database cannot be reached. */
  readonly exchange: () => Promise<void>
  readonly stop: () => void
}

/** Adds up counts in one statement; a window older than the stored one is ignored. */
async function add(tx: Tx, uses: readonly Use[]): Promise<readonly SharedUse[]> {
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

/**
 * Deletes windows that end later than any open one can: they come from a clock that was ahead and was set back, and
 * would keep instances from sharing counts until that hour.
 */
async function dropAhead(tx: Tx, uses: readonly Use[], now: number): Promise<void> {
  for (const [per, same] of Map.groupBy(uses, each => each.per))
    await open(tx)
      .deleteFrom('limit_use')
      .where(
        'key',
        'in',
        same.map(({ key }) => key),
      )
      .where('ends_at', '>', now + 2 * per)
      .execute()
}

function byKey(a: Use, b: Use): number {
  return a.key < b.key ? -1 : 1
}

/**
 * Shares rate limits between instances, once a second: no request waits for it. Keys are fingerprints salted with
 * `secret`, so the table does not say who was counted; rows last an hour at most. Windows are matched by the time of
 * day: an instance whose clock is wrong by more than a window counts alone, and a person then has their limit at each
 * instance.
 */
export function shareLimits(
  parts: { readonly transact: Transact; readonly clock: Clock; readonly log: Logger },
  limits: SharedLimits,
  secret: string,
): Sharing {
  const { transact, clock, log } = parts
  let last = Promise.resolve()
  let exchanging = false
  let stopped = false
  let isDown = false

  async function exchangeNow(): Promise<void> {
    const unshared = limits.unshared()
    if (unshared.length === 0) return
    const names = new Map(unshared.map(({ key }) => [fingerprint(secret, key), key]))
    // The same order in every instance: two of them cannot deadlock.
    const uses = unshared.map(use => ({ ...use, key: fingerprint(secret, use.key) })).sort(byKey)
    for (let from = 0; from < uses.length; from += MOST_ROWS) {
      const some = uses.slice(from, from + MOST_ROWS)
      const heard = await transact(async tx => {
        await dropAhead(tx, some, clock.now())
        return add(tx, some)
      })
      limits.takeTotals(heard.map(use => ({ ...use, key: names.get(use.key) ?? '' })))
    }
    const [old, ahead] = [clock.now() - MINUTE, clock.now() + 2 * HOUR]
    await transact(tx =>
      open(tx)
        .deleteFrom('limit_use')
        .where(({ eb, or }) => or([eb('ends_at', '<', old), eb('ends_at', '>', ahead)]))
        .execute(),
    )
  }

  /** One after the other: who asks learns what an exchange under way has sent but not heard back yet. */
  function exchange(): Promise<void> {
    const done = last.then(exchangeNow)
    last = done.catch(() => {})
    return done
  }

  async function exchangeOnce(): Promise<void> {
    if (exchanging) return
    exchanging = true
    try {
      await exchange()
      isDown = false
    } catch (err) {
      // The last exchange may run while the database closes: no failure to report.
      if (!isDown && !stopped) log.warn({ err }, 'limits are not shared between instances for now')
      isDown = true
    } finally {
      exchanging = false
    }
  }

  const timer = setInterval(() => void exchangeOnce(), EVERY)
  timer.unref()
  return {
    exchange,
    stop: () => {
      stopped = true
      clearInterval(timer)
    },
  }
}
