import { useMemo, useSyncExternalStore } from 'react'
import type { Call } from '../api/call.ts'
import { type Board, createBoard } from '../board/board.ts'
import type { Snapshot } from '../board/snapshot.ts'
import { useFreshness } from '../page/freshness.ts'
import { type DirectionSources, readersOf } from './sources.ts'

const UNREAD: Snapshot<DirectionSources> = { values: {}, failures: {}, cut: {} }
const silent = () => () => {}

export type Reading = {
  readonly board: Board<DirectionSources> | undefined
  readonly snapshot: typeof UNREAD
}

/** What is known of a Direction, read as soon as its id is. */
export function useReading(call: Call, direction: string | undefined): Reading {
  const board = useMemo(
    () => (direction === undefined ? undefined : createBoard(call, readersOf(direction))),
    [call, direction],
  )
  const snapshot = useSyncExternalStore(board?.subscribe ?? silent, board?.snapshot ?? (() => UNREAD))
  useFreshness(board)
  return { board, snapshot }
}
