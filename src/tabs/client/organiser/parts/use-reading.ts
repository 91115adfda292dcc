import { useMemo } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { Call } from '../../data/api/call.ts'
import type { PartKey } from '../../data/api/failure.ts'
import { named, whole } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { createStore } from '../../data/store/store.ts'
import { useSnapshot } from '../../parts/start/session.ts'

/** One reading of a section, as long as it is shown; read again when something of `topics` changed. `part` is said where it could not be read. */
export function useWhole<T>(call: Call, path: string, topics: readonly ChangeTopic[], part: PartKey) {
  const store = useMemo(
    () => createStore<{ it: T }>(call, { it: named(part, whole<T>(path)) }),
    [call, path, part],
  )
  const { values, failures, loadedAt } = useSnapshot(store)
  useFreshness(store, topics)
  return { value: values.it, failure: failures.it, loadedAt, refresh: store.refresh, store }
}
