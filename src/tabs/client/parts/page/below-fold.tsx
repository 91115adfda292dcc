import { type ReactNode, useDeferredValue, useEffect } from 'react'
import { useNarrow } from './narrow.ts'

/** Whether a page of this tab has been drawn: later ones, as after « Back », are drawn whole at once. */
let stood = false

/**
 * Whether content below the first screen is drawn yet. When a tab opens it is deferred, which shows the first screen
 * some 0.1 s sooner on a slow phone. `now`: it is needed at once.
 */
export function useBelowFold(now = false): boolean {
  const narrow = useNarrow()
  useEffect(() => {
    stood = true
  }, [])
  return useDeferredValue(true, stood || now || !narrow)
}

type Props = { readonly now?: boolean; readonly children: ReactNode }

/** Content below a phone's first screen. */
export function BelowFold({ now, children }: Props) {
  return useBelowFold(now) ? children : <span hidden aria-busy="true" />
}
