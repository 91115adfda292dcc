import { useSyncExternalStore } from 'react'
import { onMove } from '../../host/address-changes.ts'

/** Pages of the personal tab with an address of their own. */
const PAGE_NAMES = ['cockpit', 'data', 'past', 'synthesis'] as const
export type PageName = (typeof PAGE_NAMES)[number]

const START = '#/'

export function pageAddress(name: PageName | ''): string {
  return START + name
}

/** The pilot's page with the answers open. */
export const ANSWERS = 'cockpit:answers'

/** What the address of a published synthesis begins with, before its axis. */
export const SYNTHESIS = 'synthesis:'

function pageIn(hash: string): PageName | undefined {
  if (hash === linkAddress(ANSWERS)) return 'cockpit'
  if (hash.startsWith(linkAddress(SYNTHESIS))) return 'synthesis'
  return PAGE_NAMES.find(name => pageAddress(name) === hash)
}

/** Begins at the page that a link into the tab asked for, unless the address says where already. */
export function beginAt(wanted: string): void {
  if (pageIn(linkAddress(wanted)) && !pageIn(location.hash))
    history.replaceState(null, '', linkAddress(wanted))
}

/** The address of a page of this tab that a link may ask for as well: `harvest:…`. */
export function linkAddress(wanted: string): string {
  return START + wanted
}

/** From such a page to « Mon espace »; false where that already is shown. */
export function backHome(): boolean {
  if (location.hash.slice(START.length) === '') return false
  location.hash = pageAddress('')
  return true
}

/** What the address asks for beyond the tab itself, '' for nothing. */
export function useLinkHere(): string {
  return useSyncExternalStore(onMove, () => location.hash.slice(START.length))
}

/** The page that the address names; absent for « Mon espace ». */
export function usePageName(): PageName | undefined {
  return useSyncExternalStore(onMove, () => pageIn(location.hash))
}
