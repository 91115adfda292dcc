import type { Call, Method } from '../api/call.ts'
import { readAll, type Snapshot } from './snapshot.ts'
import type { Readers, Sources } from './sources.ts'

/** What the page knows, for as long as it is open. */
export type Board<S = Sources> = {
  readonly snapshot: () => Snapshot<S>
  readonly subscribe: (listener: () => void) => () => void
  /** Reads every source again, once for all who ask meanwhile. What stands on screen stays until then. */
  readonly refresh: () => Promise<void>
  /** Reads a page more of each of these lists; they stay as long as that from then on. */
  readonly readOn: (names: readonly (keyof S)[]) => Promise<void>
  /** Reads what only a dialog shows; the board keeps nothing of it. @throws Failure */
  readonly read: <T>(path: string) => Promise<T>
  /** The same for what is asked about a text. @throws Failure */
  readonly ask: <T>(path: string, body: unknown) => Promise<T>
  /** Changes one source by hand, for an answer that is already known. */
  readonly put: <Name extends keyof S>(name: Name, change: (value: S[Name]) => S[Name]) => void
  /** An act. Readings under way are dropped, as they may be older than it; a new one follows. @throws Failure */
  readonly send: <T>(method: Method, path: string, body: unknown, settle: (answer: T) => void) => Promise<T>
}

/** A board that reads through `call` what `readers` name. Empty until the first `refresh`. */
export function createBoard<S extends object>(call: Call, readers: Readers<S>): Board<S> {
  let now: Snapshot<S> = { values: {}, failures: {}, cut: {} }
  const further: Partial<Record<keyof S, number>> = {}
  let round = 0
  let reading: { readonly round: number; readonly done: Promise<void> } | undefined
  const listeners = new Set<() => void>()
  const show = (next: Snapshot<S>) => {
    now = next
    for (const listener of listeners) listener()
  }
  const readRound = async (mine: number) => {
    const next = await readAll(readers, call, now, further)
    if (mine !== round) return
    reading = undefined
    show(next)
  }
  const refresh = () => {
    if (reading?.round !== round) reading = { round: ++round, done: readRound(round) }
    return reading.done
  }
  return {
    snapshot: () => now,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh,
    readOn: names => {
      for (const name of names) further[name] = (further[name] ?? 0) + 1
      // A reading under way set out for less.
      round++
      return refresh()
    },
    read: path => call('GET', path),
    ask: (path, body) => call('POST', path, body),
    put: (name, change) => {
      const value = now.values[name]
      if (value !== undefined) show({ ...now, values: { ...now.values, [name]: change(value) } })
    },
    send: async (method, path, body, settle) => {
      try {
        const answer = await call<Parameters<typeof settle>[0]>(method, path, body)
        round++
        settle(answer)
        return answer
      } finally {
        // After a refusal too: what stands is then another thing than what was on screen.
        void refresh()
      }
    },
  }
}
