import { useEffect, useRef } from 'react'
import { systemClock } from '../../../../../kernel/time/clock.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import { useFilters } from '../../parts/address.ts'
import { faceAt, faceNamed, nextTurn, type WorkshopFace } from '../workshop/face.ts'

/** Longer than this, a browser's timer would fire at once (ms). */
const FARTHEST = 2 ** 31 - 1
/** After the moment, so that the server has passed it too (ms). */
const MARGIN = 50

/**
 * The face shown: one that was chosen, kept in the address as `?face=`, or else that of the server's clock; and how to turn
 * to another. `named`: the one that a link leads to. `refresh` reads the sheet again when the clock turns the page.
 */
export function useFace(sheet: SheetView, named: WorkshopFace | undefined, refresh: () => Promise<void>) {
  const [filters, set] = useFilters()
  const { at } = sheet
  const next = nextTurn(sheet, at)
  const read = useRef(refresh)
  read.current = refresh
  // A machine's clock may be wrong, its timers are not: what counts is how long after it was read.
  useEffect(() => {
    if (next === undefined) return
    const from = systemClock.now()
    const turning = setTimeout(() => void read.current(), Math.min(FARTHEST, next - at + MARGIN))
    // A tablet that slept is late: it looks again when it is looked at.
    const look = () =>
      document.visibilityState === 'visible' && systemClock.now() - from > next - at && void read.current()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(turning)
      document.removeEventListener('visibilitychange', look)
    }
  }, [at, next])
  const face = faceNamed(filters.get('face')) ?? named ?? faceAt(sheet, at)
  return { face, turn: (to: WorkshopFace) => set('face', to) }
}
