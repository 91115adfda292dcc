import { useMemo } from 'react'
import type { Call } from '../../../data/api/call.ts'
import { whole } from '../../../data/sources/sources.ts'
import { useFreshness } from '../../../data/store/freshness.ts'
import { type Board, createBoard } from '../../../data/store/store.ts'
import { useSnapshot } from '../../../parts/start/session.ts'

type Kept<T> = { readonly view: T }

/** One thing of the section, read again when a workshop changed anywhere; another `path` begins another. */
export function useView<T>(call: Call, path: string) {
  const board: Board<Kept<T>> = useMemo(
    () => createBoard<Kept<T>>(call, { view: whole<T>(path) }),
    [call, path],
  )
  const { values, failures, loadedAt } = useSnapshot(board)
  useFreshness(board, ['workshops', 'channels'])
  return {
    view: values.view,
    failure: failures.view,
    loadedAt,
    refresh: board.refresh,
    keep: (view: T) => board.put('view', () => view),
  }
}
