import { type RefObject, useLayoutEffect, useRef } from 'react'

/** What `heir` takes the focus over from, when it goes while it holds it. @returns where that stands */
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
