import { useMemo, useSyncExternalStore } from 'react'
import type { Call } from '../../data/api/call.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import { firstShown } from '../../data/sources/direction-choices.ts'
import { remember } from '../../data/sources/last-direction.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { beginBoard, takeBoard } from '../../data/store/preloaded.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Board } from '../../data/store/store.ts'
import { beginStanding } from '../../parts/start/session.ts'
import { namedReadersOf } from './readers.ts'

const UNREAD: Snapshot<DirectionSources> = { values: {}, failures: {}, cut: {} }
const silent = () => () => {}

export type Reading = {
  readonly board: Board<DirectionSources> | undefined
  readonly snapshot: typeof UNREAD
}

const nameOf = (direction: string) => `direction ${direction}`

/** Reads, for the page that is about to be drawn, who acts and the Direction that it will begin with. */
export async function beginDirection(call: Call, fixed: string, wanted: string): Promise<void> {
  const standing = beginStanding(call)
  await standing.refresh()
  const { me, programme } = standing.snapshot().values
  const shown = fixed || (me && programme && firstShown(me, programme, wanted))
  if (!shown) return
  remember(shown)
  await beginBoard(call, nameOf(shown), namedReadersOf(shown)).refresh()
}

/** What is known of a Direction, read as soon as its id is. */
export function useReading(call: Call, direction: string | undefined): Reading {
  const board = useMemo(
    () =>
      direction === undefined ? undefined : takeBoard(call, nameOf(direction), namedReadersOf(direction)),
    [call, direction],
  )
  const snapshot = useSyncExternalStore(board?.subscribe ?? silent, board?.snapshot ?? (() => UNREAD))
  useFreshness(board)
  return { board, snapshot }
}
