import { useState } from 'react'
import type { KeptView } from '../../contract/attendance.ts'
import type { Call } from '../api/call.ts'
import { createBoard } from '../board/board.ts'
import { paged } from '../board/sources.ts'
import { useFreshness } from '../page/freshness.ts'
import { useSnapshot } from '../page/standing.ts'

export type OrganiserSources = { readonly workshops: readonly KeptView[] }

/** The workshops to choose from, as long as the page is open. */
export function useWorkshops(call: Call) {
  const [board] = useState(() =>
    createBoard<OrganiserSources>(call, { workshops: paged('/attendance/workshops') }),
  )
  const snapshot = useSnapshot(board)
  useFreshness(board)
  return { board, snapshot }
}
