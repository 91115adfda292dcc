import type { Actor } from '../access/actor.ts'
import { Refusal } from '../errors/refusal.ts'
import { type Clock, HOUR, MINUTE, SECOND, spansOf } from '../time/clock.ts'

/** How often one may do something within `per` milliseconds. */
export type Limit = { readonly name: string; readonly most: number; readonly per: number }

/** No hand is that fast: what goes beyond is a program, or a client gone mad. */
export const LIMITS = {
  /** Taps, words and forms of one person in chat. */
  act: { name: 'act', most: 120, per: MINUTE },
  /** A search asks at each letter. */
  search: { name: 'search', most: 300, per: MINUTE },
  /** A tab asks for eleven things as it opens: in one call, which counts beside each of them. */
  api: { name: 'api', most: 600, per: MINUTE },
  /** Wrong codes of one person at a workshop: nobody tries out what they could not read. */
  code: { name: 'code', most: 10, per: HOUR },
  /**
   * Whatever comes without a proven person, by network address. High: all that come through one proxy may have its
   * address, and a whole administration opens the tab when an announcement says so.
   */
  address: { name: 'address', most: 12_000, per: MINUTE },
} as const satisfies Record<string, Limit>

export type Limits = {
  /** Counts one more by `who`. @returns the refusal `too-fast`, with `{seconds}` to wait, once there were too many. */
  readonly over: (limit: Limit, who: string) => Refusal | undefined
  /** The same without counting: once `who` may not do it again. */
  readonly spent: (limit: Limit, who: string) => Refusal | undefined
}

/** Who is counted, when a person is: their account, since whoever was erased has another id of ours. */
export const countedBy = ({ id, account = id }: Pick<Actor, 'id' | 'account'>): string => account

/**
 * What one instance tells the others, or hears from them: how often within the window that ends at `endsAt`, by the time of day, which
 * is all that they have in common, and is `per` long (ms).
 */
export type Use = {
  readonly key: string
  readonly endsAt: number
  readonly per: number
  readonly count: number
}

/** What they counted together. */
export type SharedUse = Omit<Use, 'per'>

export type SharedLimits = Limits & {
  /** Uses not told yet; those of whom nobody is near the limit stay untold. */
  readonly untold: () => readonly Use[]
  /** What the instances counted together. */
  readonly hear: (uses: readonly SharedUse[]) => void
}

/** `endsAt` names it among instances. It ends at `until`, by this process: a time of day that is set back makes none longer. */
type Window = {
  readonly endsAt: number
  readonly until: number
  readonly per: number
  readonly most: number
  count: number
  untold: number
}

/** Windows in memory, about 10 MB: beyond it the oldest are forgotten. */
const MOST_WINDOWS = 50_000
/** From this part of a limit on, the other instances hear of it. */
const TOLD_FROM = 1 / 10

/** For what is no product in service: a test of something else. */
export const noLimits: Limits = { over: () => undefined, spent: () => undefined }

/** Fixed windows in memory: counting costs no call. Windows begin at the same moment in every instance. */
export function createLimits(clock: Clock, mostWindows = MOST_WINDOWS): SharedLimits {
  const windows = new Map<string, Window>()
  const spans = spansOf(clock)

  function forget(now: number): void {
    for (const [key, { until }] of windows) if (until <= now) windows.delete(key)
    // A tenth at once: who sends from ever new addresses must not make each request look through all of them.
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
    const fresh = { endsAt: clock.now() + left, until: now + left, per, most, count: 0, untold: 0 }
    windows.set(key, fresh)
    return fresh
  }

  const refusalUntil = (until: number) =>
    new Refusal('too-fast', { seconds: Math.ceil((until - spans.now()) / SECOND) })

  return {
    over(limit, who) {
      const window = windowOf(limit, who)
      window.count += 1
      window.untold += 1
      return window.count <= limit.most ? undefined : refusalUntil(window.until)
    },
    spent(limit, who) {
      const { count, until } = windowOf(limit, who)
      return count < limit.most ? undefined : refusalUntil(until)
    },
    untold() {
      const now = spans.now()
      const near = [...windows].filter(
        ([, { until, count, untold, most }]) => until > now && untold > 0 && count >= most * TOLD_FROM,
      )
      return near.map(([key, window]) => {
        const { endsAt, per, untold: count } = window
        window.untold = 0
        return { key, endsAt, per, count }
      })
    },
    hear(uses) {
      for (const { key, endsAt, count } of uses) {
        const window = windows.get(key)
        if (window?.endsAt === endsAt) window.count = count + window.untold
      }
    },
  }
}
