import type { ChosenChannels } from '../../parts/chosen-channels.ts'

const KEY = 'last-announced'

type LastAnnounced = ChosenChannels & { readonly axis: string }

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
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    // Kept by a page from before there could be several.
    const { axis, channel, channels = channel ? [channel] : [], directions } = kept
    const known = typeof axis === 'string' && Array.isArray(channels) && Array.isArray(directions)
    return known ? { axis, channels: channels.map(String), directions: directions.map(String) } : {}
  } catch {
    return {}
  }
}
