import type { Call } from '../api/call.ts'
import type { Readers } from '../sources/sources.ts'
import { createStore, type Store } from './store.ts'

const begun = new WeakMap<Call, Map<string, unknown>>()

/** A store that a page will take under `name`, read before the page is drawn: all of it can then be drawn at once. */
export function preloadStore<S extends object>(call: Call, name: string, readers: Readers<S>): Store<S> {
  const store = createStore(call, readers)
  begun.set(call, (begun.get(call) ?? new Map<string, unknown>()).set(name, store))
  void store.refresh()
  return store
}

/** The store that was begun under `name`, once, or a new one. Whoever takes it says of what it is by its name. */
export function takePreloadedStore<S extends object>(
  call: Call,
  name: string,
  readers: Readers<S>,
): Store<S> {
  const found = begun.get(call)?.get(name)
  begun.get(call)?.delete(name)
  return (found as Store<S> | undefined) ?? createStore(call, readers)
}
