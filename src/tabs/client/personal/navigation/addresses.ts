import { useSyncExternalStore } from 'react'
import { onMove } from '../../host/address-changes.ts'

/** Pages of the personal tab beside « Mes engagements », each at an address of its own. */
export const PLACES = ['cockpit', 'data', 'past'] as const
export type PlaceName = (typeof PLACES)[number]

const START = '#/'

export function placeAddress(name: PlaceName | ''): string {
  return START + name
}

function placeIn(hash: string): PlaceName | undefined {
  return PLACES.find(name => placeAddress(name) === hash)
}

/** Begins at the page that a link into the tab asked for, unless the address says where already. */
export function beginAt(wanted: string): void {
  const place = placeIn(START + wanted)
  if (place && !placeIn(location.hash)) history.replaceState(null, '', placeAddress(place))
}

/** The address of a page of this tab that a link may ask for as well: `harvest:…`. */
export function askedAddress(wanted: string): string {
  return START + wanted
}

/** From such a page to « Mes engagements »; false where that already is shown. */
export function backHome(): boolean {
  if (location.hash.slice(START.length) === '') return false
  location.hash = placeAddress('')
  return true
}

/** What the address asks for beyond the tab itself, '' for nothing. */
export function useAskedHere(): string {
  return useSyncExternalStore(onMove, () => location.hash.slice(START.length))
}

/** The page that the address names; absent for « Mes engagements ». */
export function usePlace(): PlaceName | undefined {
  return useSyncExternalStore(onMove, () => placeIn(location.hash))
}
