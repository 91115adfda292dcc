import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { DialogRequest } from './request.ts'

const Dialogs = lazy(() => import('./dialogs.tsx'))

/**
 * The dialog that is open, if one is. Once closed the focus goes to what it made, else to `from`,
 * else to what held it when the dialog opened.
 */
export function useDialog<R = DialogRequest>() {
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

type Props = Pick<ReturnType<typeof useDialog<DialogRequest>>, 'request' | 'wanted' | 'finish'>

/** Draws the dialog that is asked for. The code of dialogs comes with the first one, and stays. */
export function DialogHost({ request, wanted, finish }: Props) {
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <Dialogs request={request} finish={finish} />
    </Suspense>
  )
}
