import { useEffect, useRef, useState } from 'react'

type OpenIdeaAction = 'answer' | 'aside' | 'hide'

/** One open form at a time, in place of the buttons; closing it returns the focus to what opened it, or to the menu it was in. */
export function useOpenAction() {
  const [asking, setAsking] = useState<OpenIdeaAction>()
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<OpenIdeaAction>(undefined)
  useEffect(() => {
    if (asking) opened.current = asking
    else if (opened.current) {
      const buttonOf = (act: string) => place.current?.querySelector<HTMLElement>(`[data-act="${act}"]`)
      ;(buttonOf(opened.current) ?? buttonOf('more'))?.focus()
      opened.current = undefined
    }
  }, [asking])
  return { asking, setAsking, place }
}
