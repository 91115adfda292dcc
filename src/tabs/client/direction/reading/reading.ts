import { useMemo, useSyncExternalStore } from 'react'
import type { Call } from '../../data/api/call.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import { firstShown, isInCharge } from '../../data/sources/direction-choices.ts'
import { lastDirection } from '../../data/sources/last-start.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { preloadStore, takePreloadedStore } from '../../data/store/preloaded.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Store } from '../../data/store/store.ts'
import { preloadSession } from '../../parts/start/session.ts'
import { namedReadersOf } from './readers.ts'

const UNREAD: Snapshot<DirectionSources> = { values: {}, failures: {}, cut: {} }
const silent = () => () => {}

type DirectionReading = {
  readonly store: Store<DirectionSources> | undefined
  readonly snapshot: typeof UNREAD
}

const nameOf = (direction: string, tends: boolean) => `direction ${direction} ${tends}`

/** Reads, for the page that is about to be drawn, who acts and the Direction that it will begin with. */
export async function beginDirection(call: Call, fixed: string, wanted: string): Promise<void> {
  const state = preloadSession(call)
  await state.refresh()
  const { me, programme } = state.snapshot().values
  const shown = fixed || (me && programme && firstShown(me, programme, wanted))
  if (!shown) return
  lastDirection.remember(shown)
  const tends = me !== undefined && isInCharge(me, shown)
  await preloadStore(call, nameOf(shown, tends), namedReadersOf(shown, tends)).refresh()
}

/** What is known of a Direction, read as soon as its id is. `tends`: see `readersOf`. */
export function useDirectionReading(
  call: Call,
  direction: string | undefined,
  tends: boolean,
): DirectionReading {
  const store = useMemo(
    () =>
      direction === undefined
        ? undefined
        : takePreloadedStore(call, nameOf(direction, tends), namedReadersOf(direction, tends)),
    [call, direction, tends],
  )
  const snapshot = useSyncExternalStore(store?.subscribe ?? silent, store?.snapshot ?? (() => UNREAD))
  useFreshness(store)
  return { store, snapshot }
}
