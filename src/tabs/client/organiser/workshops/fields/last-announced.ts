import type { PlaceInput } from '../../../../contract/workshops/planning.ts'

const KEY = 'last-announced'

type LastAnnounced = PlaceInput & { readonly axis: string }

/** Notes where the last workshop was announced from this browser, and under which axis: ids alone. */
export function keepLast(last: LastAnnounced): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(last))
  } catch {
    // A browser that keeps nothing asks again.
  }
}

/** The same, as a proposal: what is gone meanwhile is refused as if it had been chosen. */
export function lastAnnounced(): Partial<LastAnnounced> {
  try {
    const { axis, channel, directions } = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const known = typeof axis === 'string' && typeof channel === 'string' && Array.isArray(directions)
    return known ? { axis, channel, directions: directions.map(String) } : {}
  } catch {
    return {}
  }
}
