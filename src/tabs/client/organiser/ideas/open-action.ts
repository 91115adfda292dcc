import { useEffect, useRef, useState } from 'react'

type OpenIdeaAction = 'answer' | 'aside' | 'hide'

/** One open form at a time, in place of the buttons; closing it returns the focus. */
export function useOpenAction() {
  const [asking, setAsking] = useState<OpenIdeaAction>()
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<OpenIdeaAction>(undefined)
  useEffect(() => {
    if (asking) opened.current = asking
    else if (opened.current) {
      place.current?.querySelector<HTMLElement>(`[data-act="${opened.current}"]`)?.focus()
      opened.current = undefined
    }
  }, [asking])
  return { asking, setAsking, place }
}
