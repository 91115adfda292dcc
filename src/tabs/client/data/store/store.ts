import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { Call, Method } from '../api/call.ts'
import { followed, isAbout, type Readers, type Sources } from '../sources/sources.ts'
import { type OptimisticChanges, optimisticValue, withOptimistic } from './optimistic.ts'
import { readSome, type Snapshot } from './snapshot.ts'

/** In-memory store of a page. */
export type Store<S = Sources> = {
  readonly snapshot: () => Snapshot<S>
  readonly subscribe: (listener: () => void) => () => void
  /** Reads every source again, once for concurrent callers. Old values are shown meanwhile. */
  readonly refresh: () => Promise<void>
  /** Reads again what is about one of these topics, and what names none. */
  readonly refreshAbout: (topics: readonly ChangeTopic[]) => Promise<void>
  /** What the sources are about; all there is when one of them names nothing. */
  readonly topics: readonly ChangeTopic[]
  /** How many sources it has. */
  readonly sources: number
  /** Reads a page more of each of these lists; they stay as long as that from then on. */
  readonly readOn: (names: readonly (keyof S)[]) => Promise<void>
  /** Reads what only a dialog shows; the store keeps nothing of it. @throws Failure */
  readonly read: <T>(path: string) => Promise<T>
  /** The same for what is asked about a text. @throws Failure */
  readonly ask: <T>(path: string, body: unknown) => Promise<T>
  /** Changes one source by hand, for an answer that is already known. */
  readonly put: <Name extends keyof S>(name: Name, change: (value: S[Name]) => S[Name]) => void
  /**
   * An act. Readings under way are dropped, as they may be older than it; a new one follows. `ahead` is shown until the
   * server answers: what it refuses is then as it was. @throws Failure
   */
  readonly send: <T>(
    method: Method,
    path: string,
    body: unknown,
    settle: (answer: T) => void,
    ahead?: OptimisticChanges<S>,
  ) => Promise<T>
}

/** A store that reads through `call` what `readers` name. Empty until the first `refresh`. */
export function createStore<S extends object>(call: Call, readers: Readers<S>): Store<S> {
  const names = Object.keys(readers) as (keyof S)[]
  let known: Snapshot<S> = { values: {}, failures: {}, cut: {} }
  let shown = known
  const acts = new Set<OptimisticChanges<S>>()
  const further: Partial<Record<keyof S, number>> = {}
  /** Version of each source's reading: only the latest is applied. */
  const turns = new Map<keyof S, number>()
  let all: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const show = (next: Snapshot<S>) => {
    known = next
    shown = withOptimistic(known, acts)
    for (const listener of listeners) listener()
  }
  const begin = (name: keyof S) => {
    const turn = (turns.get(name) ?? 0) + 1
    turns.set(name, turn)
    return turn
  }
  const drop = () => {
    names.forEach(begin)
    all = undefined
  }
  const read = async (wanted: readonly (keyof S)[]) => {
    const mine = new Map(wanted.map(name => [name, begin(name)]))
    const read = await readSome(readers, call, wanted, further)
    const still = wanted.filter(name => turns.get(name) === mine.get(name))
    if (still.length > 0) show(read(known, still))
  }
  const refresh = () => {
    if (all) return all
    const mine = read(names).finally(() => {
      if (all === mine) all = undefined
    })
    all = mine
    return mine
  }
  return {
    snapshot: () => shown,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh,
    refreshAbout: topics => read(names.filter(name => isAbout(readers[name], topics))),
    sources: names.length,
    topics: followed(names.map(name => readers[name])),
    readOn: async wanted => {
      for (const name of wanted) further[name] = (further[name] ?? 0) + 1
      // A reading under way set out for less.
      drop()
      await refresh()
    },
    read: path => call('GET', path),
    ask: (path, body) => call('POST', path, body),
    put: (name, change) =>
      show({ ...known, values: { ...known.values, ...optimisticValue(known.values, name, change) } }),
    send: async (method, path, body, settle, ahead) => {
      if (ahead) {
        acts.add(ahead)
        show(known)
      }
      try {
        const answer = await call<Parameters<typeof settle>[0]>(method, path, body)
        drop()
        if (ahead) acts.delete(ahead)
        settle(answer)
        return answer
      } finally {
        if (ahead && acts.delete(ahead)) show(known)
        // After a refusal too: the state on screen was out of date.
        void refresh()
      }
    },
  }
}
