import { useMemo } from 'react'
import type { Call } from '../../../data/api/call.ts'
import { whole } from '../../../data/sources/sources.ts'
import { useFreshness } from '../../../data/store/freshness.ts'
import { createStore, type Store } from '../../../data/store/store.ts'
import { useSnapshot } from '../../../parts/start/session.ts'

type Kept<T> = { readonly view: T }

/** One thing of the section, read again when a workshop changed anywhere; another `path` begins another. */
export function useView<T>(call: Call, path: string) {
  const store: Store<Kept<T>> = useMemo(
    () => createStore<Kept<T>>(call, { view: whole<T>(path) }),
    [call, path],
  )
  const { values, failures, loadedAt } = useSnapshot(store)
  useFreshness(store, ['workshops', 'channels'])
  return {
    view: values.view,
    failure: failures.view,
    loadedAt,
    refresh: store.refresh,
    keep: (view: T) => store.put('view', () => view),
  }
}
