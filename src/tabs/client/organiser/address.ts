import { useSyncExternalStore } from 'react'
import { isId } from '../../../kernel/id.ts'

const START = '#/'
/** The choice of a workshop. */
export const CHOICE = START

/** Where the page of a workshop is, within the tab. */
export function addressOf(workshop: string): string {
  return START + workshop
}

/** The workshop that `hash` names, or '' for the choice. */
export function workshopIn(hash: string): string {
  const named = hash.startsWith(START) ? hash.slice(START.length) : ''
  return isId(named) ? named : ''
}

/** Begins at the workshop that a link into the tab asked for, unless the address says where already. */
export function beginAt(wanted: string): void {
  if (isId(wanted) && !workshopIn(location.hash)) history.replaceState(null, '', addressOf(wanted))
}

/** From a workshop to the choice; false where one already is there. */
export function backToChoice(): boolean {
  if (!workshopIn(location.hash)) return false
  location.hash = CHOICE
  return true
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The workshop that is shown, '' for the choice. Teams' and the browser's « Back » lead through it. */
export function useWorkshopId(): string {
  return useSyncExternalStore(subscribe, () => workshopIn(location.hash))
}
