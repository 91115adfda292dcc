import { useEffect, useRef, useState } from 'react'

export type Asking = 'answer' | 'aside' | 'hide'

/** One act at a time: what is typed is asked for in the place of the buttons, and closing it gives the focus back. */
export function useAsking() {
  const [asking, setAsking] = useState<Asking>()
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<Asking>(undefined)
  useEffect(() => {
    if (asking) opened.current = asking
    else if (opened.current) {
      place.current?.querySelector<HTMLElement>(`[data-act="${opened.current}"]`)?.focus()
      opened.current = undefined
    }
  }, [asking])
  return { asking, setAsking, place }
}
