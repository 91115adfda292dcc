import { useMemo } from 'react'
import type { Topic } from '../../../../kernel/topic.ts'
import type { Call } from '../../api/call.ts'
import { createBoard } from '../../board/board.ts'
import { whole } from '../../board/sources.ts'
import { useFreshness } from '../../page/freshness.ts'
import { useSnapshot } from '../../page/standing.ts'

/** One reading of a section, as long as it is shown; read again when something of `topics` changed. */
export function useWhole<T>(call: Call, path: string, topics: readonly Topic[]) {
  const board = useMemo(() => createBoard<{ it: T }>(call, { it: whole<T>(path) }), [call, path])
  const { values, failures, loadedAt } = useSnapshot(board)
  useFreshness(board, topics)
  return { value: values.it, failure: failures.it, loadedAt, refresh: board.refresh }
}
