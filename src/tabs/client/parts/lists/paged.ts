import { useMemo } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { Call } from '../../data/api/call.ts'
import type { Failure, PartKey } from '../../data/api/failure.ts'
import { named, paged } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { createStore, type Store } from '../../data/store/store.ts'
import { useSnapshot } from '../start/session.ts'

type Kept<T> = { readonly items: readonly T[] }

export type Paged<T> = {
  /** Absent until the first page is read. */
  readonly items?: readonly T[]
  /** Reads a page more; absent when there is no more. */
  readonly readOn: (() => Promise<void>) | undefined
  readonly failure?: Failure
  /** When it was last read whole (ms). */
  readonly loadedAt?: number
  readonly refresh: () => Promise<void>
  /** For acts whose answer changes the list. */
  readonly store: Store<Kept<T>>
}

/** A list of a section, page by page, as long as it is shown; read again when something of `topics` changed. Another `path` begins another list; `part` is said where it could not be read. */
export function usePaged<T>(
  call: Call,
  path: string,
  topics: readonly ChangeTopic[],
  part: PartKey = 'unread.part',
): Paged<T> {
  const store = useMemo(
    () => createStore<Kept<T>>(call, { items: named(part, paged<T>(path)) }),
    [call, path, part],
  )
  const { values, failures, cut, loadedAt } = useSnapshot(store)
  useFreshness(store, topics)
  return {
    ...(values.items && { items: values.items }),
    readOn: cut.items ? () => store.readOn(['items']) : undefined,
    ...(failures.items && { failure: failures.items }),
    ...(loadedAt !== undefined && { loadedAt }),
    refresh: store.refresh,
    store,
  }
}
