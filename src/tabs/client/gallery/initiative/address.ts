import { useSyncExternalStore } from 'react'
import { isId } from '../../../../kernel/text/id-format.ts'
import { type GalleryFilters, searchOf } from '../../data/sources/gallery-query.ts'
import { onMove } from '../../host/address-changes.ts'

const START = '#/'
/** The whole gallery. */
export const GALLERY = START

/** Where the sheet of an initiative is, within the tab. */
export function addressOf(id: string): string {
  return START + id
}

/** What an address that leads to the trial of a sheet ends with. */
const TRIAL = ':trial'

/** Where its trial is, on the sheet of an initiative. */
export const trialAddressOf = (id: string): string => addressOf(id) + TRIAL

/** Whether `hash` leads to the trial of a sheet. */
export const isAtTrial = (hash: string): boolean => hash.endsWith(TRIAL)

/** The initiative that `hash` names, or '' for the whole gallery. */
export function sheetIn(hash: string): string {
  const named = hash.startsWith(START) ? hash.slice(START.length) : ''
  const id = isAtTrial(named) ? named.slice(0, -TRIAL.length) : named
  return isId(id) ? id : ''
}

/** The gallery with what is looked for in it. */
export function galleryAt(query: GalleryFilters): string {
  const search = searchOf(query)
  return search === '' ? GALLERY : `${GALLERY}?${search}`
}

/** Begins at the sheet that a link into the tab asked for, unless the address says where already. */
export function beginAt(wanted: string): void {
  history.scrollRestoration = 'manual'
  if (sheetIn(addressOf(wanted)) && !sheetIn(location.hash)) history.replaceState(null, '', addressOf(wanted))
}

/** From a sheet to the whole gallery; false where one already is there. */
export function backToGallery(): boolean {
  if (!sheetIn(location.hash)) return false
  location.hash = GALLERY
  return true
}

/**
 * Id of the initiative in the address, '' for the gallery; kept up to date through « Back » of Teams and of the
 * browser.
 */
export function useSheetId(): string {
  return useSyncExternalStore(onMove, () => sheetIn(location.hash))
}
