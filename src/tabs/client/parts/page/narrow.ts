import { useSyncExternalStore } from 'react'

/** Reads a media query, and follows it. */
function mediaHook(query: string): () => boolean {
  const media = matchMedia(query)
  const subscribe = (listener: () => void) => {
    media.addEventListener('change', listener)
    return () => media.removeEventListener('change', listener)
  }
  const matches = () => media.matches
  return () => useSyncExternalStore(subscribe, matches)
}

/** Media query: room for a single column, as on a phone or at 200 % of text. */
export const useNarrow = mediaHook('(max-width: 639px)')

/** Media query: the personal tab has room for a second column. */
export const useSecondColumn = mediaHook('(min-width: 900px)')
