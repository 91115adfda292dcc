import { useSyncExternalStore } from 'react'

const phone = matchMedia('(max-width: 639px)')

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}

/** Media query: room for a single column, as on a phone or at 200 % of text. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches)
}
