import { useMemo } from 'react'
import type { Call } from '../../api/call.ts'
import { type Board, createBoard } from '../../board/board.ts'
import { whole } from '../../board/sources.ts'
import { useFreshness } from '../../page/freshness.ts'
import { useSnapshot } from '../../page/standing.ts'

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
