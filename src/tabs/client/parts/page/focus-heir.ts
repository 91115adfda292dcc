import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Moves the focus to `heir` when the focused element disappears. @returns a ref for that element */
export function useFocusHeir<T extends HTMLElement>(
  heir: RefObject<HTMLElement | null>,
): RefObject<T | null> {
  const place = useRef<T>(null)
  useLayoutEffect(
    () => () => {
      if (place.current?.contains(document.activeElement)) heir.current?.focus()
    },
    [heir],
  )
  return place
}
