import { useCallback, useEffect, useRef, useState } from 'react'

/** The open dialog, if any. Once closed the focus goes to what it created, else to `from`, else to where it was. */
export function useDialog<R>() {
  const [request, setRequest] = useState<R>()
  const [wanted, setWanted] = useState(false)
  const opener = useRef<Element>(null)
  const made = useRef<string>(undefined)
  const open = useCallback((next: R, from?: HTMLElement | null) => {
    opener.current = from ?? document.activeElement
    made.current = undefined
    setRequest(next)
    setWanted(true)
  }, [])
  const finish = useCallback((id?: string) => {
    made.current = id
    setRequest(undefined)
  }, [])
  useEffect(() => {
    if (request) return
    const target = (made.current && document.getElementById(made.current)) || opener.current
    if (target instanceof HTMLElement && target.isConnected) target.focus()
  }, [request])
  return { request, wanted, open, finish }
}
