import { useMemo } from 'react'
import type { Topic } from '../../../../kernel/topic.ts'
import type { Call } from '../../api/call.ts'
import type { PartKey } from '../../api/failure.ts'
import { createBoard } from '../../board/board.ts'
import { named, whole } from '../../board/sources.ts'
import { useFreshness } from '../../page/freshness.ts'
import { useSnapshot } from '../../page/standing.ts'

/** One reading of a section, as long as it is shown; read again when something of `topics` changed. `part` is said where it could not be read. */
export function useWhole<T>(call: Call, path: string, topics: readonly Topic[], part: PartKey) {
  const board = useMemo(
    () => createBoard<{ it: T }>(call, { it: named(part, whole<T>(path)) }),
    [call, path, part],
  )
  const { values, failures, loadedAt } = useSnapshot(board)
  useFreshness(board, topics)
  return { value: values.it, failure: failures.it, loadedAt, refresh: board.refresh }
}
