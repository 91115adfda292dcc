import type { Actor } from '../access/actor.ts'
import { Refusal } from '../errors/refusal.ts'
import { type Clock, HOUR, MINUTE, SECOND, spansOf } from '../time/clock.ts'

/** Rate limit: `most` calls within `per` milliseconds. */
export type Limit = { readonly name: string; readonly most: number; readonly per: number }

/** Limits that no person reaches by hand: beyond them it is a program, or a faulty client. */
export const LIMITS = {
  /** Taps, messages and forms of one person in chat. */
  act: { name: 'act', most: 120, per: MINUTE },
  /** Search-as-you-type sends a request at each letter. */
  search: { name: 'search', most: 300, per: MINUTE },
  /** A tab makes eleven requests as it opens: in one batch call, which counts beside each of them. */
  api: { name: 'api', most: 600, per: MINUTE },
  /** Wrong check-in codes of one person at a workshop: against guessing. */
  code: { name: 'code', most: 10, per: HOUR },
  /** Codes asked for by screens without a key, by network address: each draws another every two minutes. */
  pairing: { name: 'pairing', most: 20, per: 2 * MINUTE },
  /** Screens that ask every two seconds whether their code was confirmed, by network address. */
  claim: { name: 'claim', most: 600, per: MINUTE },
  /** Wrong codes of one person who pairs a screen. */
  pairingCode: { name: 'pairing-code', most: 10, per: HOUR },
  /** Texts of one person in their Direction's channels: each is a post of the bot that all of them read. */
  post: { name: 'post', most: 20, per: HOUR },
  /** Reads of one person's own calendar, by whoever has its address: clients do so every few minutes at most. */
  calendar: { name: 'calendar', most: 30, per: MINUTE },
  /** Reads of one paired screen, which is told four times a second at most. */
  screen: { name: 'screen', most: 1_200, per: MINUTE },
  /**
   * Unauthenticated requests, by network address. High: a proxy may give everybody one address, and a whole
   * administration opens the tab after an announcement.
   */
  address: { name: 'address', most: 12_000, per: MINUTE },
} as const satisfies Record<string, Limit>

export type Limits = {
  /** Counts one call by `who`. @returns the refusal `too-fast`, with `{seconds}` to wait, once the limit is passed */
  readonly over: (limit: Limit, who: string) => Refusal | undefined
  /** The same without counting: whether the limit is already reached. */
  readonly spent: (limit: Limit, who: string) => Refusal | undefined
  /** Takes back one call that `over` counted: it is none of those that are limited. */
  readonly giveBack: (limit: Limit, who: string) => void
}

/** Key of a person's limits: their account, since an erased person who comes again has another id of ours. */
export const limitKey = ({ id, account = id }: Pick<Actor, 'id' | 'account'>): string => account

/**
 * Count of one window as exchanged between instances. A window is named by its end (`endsAt`), by the time of day,
 * which is all that instances have in common; it is `per` long (ms).
 */
export type Use = {
  readonly key: string
  readonly endsAt: number
  readonly per: number
  readonly count: number
}

/** The total of all instances. */
export type SharedUse = Omit<Use, 'per'>

export type SharedLimits = Limits & {
  /** Counts that were not shared yet; those far below the limit are not shared. */
  readonly unshared: () => readonly Use[]
  /** Takes in the totals of all instances. */
  readonly takeTotals: (uses: readonly SharedUse[]) => void
}

/**
 * A fixed window. `endsAt` names it among instances; `until` is its end by the monotonic clock: setting the time back
 * extends none.
 */
type Window = {
  readonly endsAt: number
  readonly until: number
  readonly per: number
  readonly most: number
  count: number
  unshared: number
}

/** Windows in memory, about 10 MB: beyond it the oldest are evicted. */
const MOST_WINDOWS = 50_000
/** Share of a limit from which a count is shared with the other instances. */
const SHARED_FROM = 1 / 10

/** No limits: for tests of something else. */
export const noLimits: Limits = { over: () => undefined, spent: () => undefined, giveBack: () => {} }

/** Fixed-window rate limits in memory. Windows begin at the same time in every instance. */
export function createLimits(clock: Clock, mostWindows = MOST_WINDOWS): SharedLimits {
  const windows = new Map<string, Window>()
  const spans = spansOf(clock)

  function forget(now: number): void {
    for (const [key, { until }] of windows) if (until <= now) windows.delete(key)
    // Evicts a tenth at once: a sender with ever new addresses must not cause a scan at each request.
    for (const key of windows.keys()) {
      if (windows.size <= mostWindows * 0.9) break
      windows.delete(key)
    }
  }

  function windowOf({ name, most, per }: Limit, who: string): Window {
    const now = spans.now()
    const key = `${name}:${who}`
    const known = windows.get(key)
    if (known && known.until > now) return known
    if (!known && windows.size >= mostWindows) forget(now)
    const left = per - (clock.now() % per)
    const fresh = { endsAt: clock.now() + left, until: now + left, per, most, count: 0, unshared: 0 }
    windows.set(key, fresh)
    return fresh
  }

  const refusalUntil = (until: number) =>
    new Refusal('too-fast', { seconds: Math.ceil((until - spans.now()) / SECOND) })

  return {
    over(limit, who) {
      const window = windowOf(limit, who)
      window.count += 1
      window.unshared += 1
      return window.count <= limit.most ? undefined : refusalUntil(window.until)
    },
    spent(limit, who) {
      const { count, until } = windowOf(limit, who)
      return count < limit.most ? undefined : refusalUntil(until)
    },
    giveBack(limit, who) {
      const window = windowOf(limit, who)
      if (window.count === 0) return
      window.count -= 1
      window.unshared -= 1
    },
    unshared() {
      const now = spans.now()
      const near = [...windows].filter(
        ([, { until, count, unshared, most }]) => until > now && unshared > 0 && count >= most * SHARED_FROM,
      )
      return near.map(([key, window]) => {
        const { endsAt, per, unshared: count } = window
        window.unshared = 0
        return { key, endsAt, per, count }
      })
    },
    takeTotals(uses) {
      for (const { key, endsAt, count } of uses) {
        const window = windows.get(key)
        if (window?.endsAt === endsAt) window.count = count + window.unshared
      }
    },
  }
}

type Tries = {
  readonly limits: Limits
  readonly limit: Limit
  readonly who: string
  readonly refusal: string
}

/**
 * What a try finds, such as one of a code; undefined where it was wrong. It counts as wrong until it proved right: many at once
 * are no more tries than one after another.
 * @throws Refusal `refusal`, with `{minutes}` to wait, once all wrong ones are used up
 */
export async function tried<T>(
  { limits, limit, who, refusal }: Tries,
  find: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const late = limits.over(limit, who)
  let wrong = false
  try {
    if (late)
      throw new Refusal(refusal, { minutes: Math.ceil((Number(late.details.seconds) * SECOND) / MINUTE) })
    const found = await find()
    wrong = found === undefined
    return found
  } finally {
    if (!wrong) limits.giveBack(limit, who)
  }
}
