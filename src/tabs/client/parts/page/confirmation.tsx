import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'

// Nobody did anything yet when a page opens.
const DoneNotice = lazy(() => import('../notices/confirmation-notice.tsx'))

/** What was done, for all to see: of what, and the way back or on. */
export type Done = {
  readonly text: string
  /** Neutral where nothing came of it. */
  readonly tone?: 'good' | 'neutral'
  /** The thing that it was done to, by its name. */
  readonly about?: string
  readonly undo?: () => Promise<unknown>
  readonly go?: { readonly word: string; readonly to: string | (() => void) }
  /** The address that it led to, by default the one where it was done: it stands above no other thing. */
  readonly at?: string
}
/** Shows `done` until it is closed, something else is done or the person goes elsewhere; nothing in its place for none. */
export type Tell = (done: Done | undefined) => void

type Told = Done & { readonly at: string }

const here = () => location.hash.split('?')[0] ?? ''

/** What was done last on this page. */
export function useDone() {
  const [told, setTold] = useState<Told>()
  const tell: Tell = useCallback(done => setTold(done && { ...done, at: done.at ?? here() }), [])
  useEffect(() => {
    const leave = () => setTold(before => (before?.at === here() ? before : undefined))
    window.addEventListener('hashchange', leave)
    return () => window.removeEventListener('hashchange', leave)
  }, [])
  return useMemo(() => ({ told, tell }), [told, tell])
}

/** What was done last, at the head of the page and in sight wherever that is scrolled to; the focus stays where it is. */
export function DonePlace({ told }: { told: Told | undefined }) {
  if (told?.at !== here()) return null
  return (
    <Suspense>
      <DoneNotice key={`${told.about} ${told.text}`} done={told} />
    </Suspense>
  )
}
