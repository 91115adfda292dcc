import { systemClock } from '../../../kernel/clock.ts'
import type { Call, Method } from '../api/call.ts'
import { type Failure, failureOf } from '../api/failure.ts'
import { READERS, type SourceName, type Sources } from './sources.ts'

export type Snapshot = {
  readonly values: Partial<Sources>
  /** Why a source could not be read the last time. */
  readonly failures: Readonly<Partial<Record<SourceName, Failure>>>
  /** When all that this person may read was last read (ms); absent until then. */
  readonly loadedAt?: number
}

/** What the page knows, for as long as it is open. */
export type Board = {
  readonly snapshot: () => Snapshot
  readonly subscribe: (listener: () => void) => () => void
  /** Reads every source again, once for all who ask meanwhile. What stands on screen stays until then. */
  readonly refresh: () => Promise<void>
  /** Changes one source by hand, for an answer that is already known. */
  readonly put: <Name extends SourceName>(name: Name, change: (value: Sources[Name]) => Sources[Name]) => void
  /** An act. Readings under way are dropped, as they may be older than it; a new one follows. @throws Failure */
  readonly send: <T>(method: Method, path: string, body: unknown, settle: (answer: T) => void) => Promise<T>
}

const NAMES = Object.keys(READERS) as SourceName[]

async function readAll(call: Call, before: Snapshot): Promise<Snapshot> {
  const values: Record<string, unknown> = { ...before.values }
  const failures: Partial<Record<SourceName, Failure>> = {}
  const read = async (name: SourceName) => {
    try {
      values[name] = await READERS[name](call)
    } catch (thrown) {
      failures[name] = failureOf(thrown)
    }
  }
  await Promise.all(NAMES.map(read))
  // A refusal is an answer: asking again would not change it.
  const complete = Object.values(failures).every(({ kind }) => kind === 'refusal')
  const loadedAt = complete ? systemClock.now() : before.loadedAt
  return { values, failures, ...(loadedAt === undefined ? {} : { loadedAt }) }
}

/** A board that reads through `call`. Empty until the first `refresh`. */
export function createBoard(call: Call): Board {
  let now: Snapshot = { values: {}, failures: {} }
  let round = 0
  let reading: { readonly round: number; readonly done: Promise<void> } | undefined
  const listeners = new Set<() => void>()
  const show = (next: Snapshot) => {
    now = next
    for (const listener of listeners) listener()
  }
  const read = async (mine: number) => {
    const next = await readAll(call, now)
    if (mine !== round) return
    reading = undefined
    show(next)
  }
  const refresh = () => {
    if (reading?.round !== round) reading = { round: ++round, done: read(round) }
    return reading.done
  }
  return {
    snapshot: () => now,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh,
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
