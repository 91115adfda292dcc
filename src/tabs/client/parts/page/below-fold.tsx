import { type ReactNode, useDeferredValue, useEffect } from 'react'
import { useNarrow } from './narrow.ts'

/** Whether a page of this tab has stood already: what is drawn after it, as on the way back from a sheet, is drawn at once. */
let stood = false

/**
 * Whether what lies below a phone's first screen is drawn yet. As a tab opens it follows what is above, which then stands
 * some 0.1 s sooner on a slow phone. `now`: something there is asked for.
 */
export function useBelowFold(now = false): boolean {
  const narrow = useNarrow()
  useEffect(() => {
    stood = true
  }, [])
  return useDeferredValue(true, stood || now || !narrow)
}

type Props = { readonly now?: boolean; readonly children: ReactNode }

/** What lies below a phone's first screen. */
export function BelowFold({ now, children }: Props) {
  return useBelowFold(now) ? children : <span hidden aria-busy="true" />
}
