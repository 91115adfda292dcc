import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'

// Nobody did anything yet when a page opens.
const ConfirmationNotice = lazy(() => import('../notices/confirmation-notice.tsx'))

/** A visible confirmation of an act: its object, and an undo or a link. */
export type Confirmation = {
  readonly text: string
  /** Neutral where nothing came of it. */
  readonly tone?: 'good' | 'neutral'
  /** The thing that it was done to, by its name. */
  readonly about?: string
  readonly undo?: () => Promise<unknown>
  readonly go?: { readonly word: string; readonly to: string | (() => void) }
  /** Address where it is shown, by default the one where it was done. */
  readonly at?: string
}
/** Shows `done` until it is closed, replaced, or the person leaves the page; undefined clears it. */
export type ShowConfirmation = (done: Confirmation | undefined) => void

type ShownConfirmation = Confirmation & { readonly at: string }

const here = () => location.hash.split('?')[0] ?? ''

/** What was done last on this page. */
export function useConfirmation() {
  const [confirmation, setConfirmation] = useState<ShownConfirmation>()
  const confirm: ShowConfirmation = useCallback(
    done => setConfirmation(done && { ...done, at: done.at ?? here() }),
    [],
  )
  useEffect(() => {
    const leave = () => setConfirmation(before => (before?.at === here() ? before : undefined))
    window.addEventListener('hashchange', leave)
    return () => window.removeEventListener('hashchange', leave)
  }, [])
  return useMemo(() => ({ confirmation, confirm }), [confirmation, confirm])
}

/** The last confirmation, sticky at the head of the page; it does not take the focus. */
export function ConfirmationPlace({ confirmation }: { confirmation: ShownConfirmation | undefined }) {
  if (confirmation?.at !== here()) return null
  return (
    <Suspense>
      <ConfirmationNotice key={`${confirmation.about} ${confirmation.text}`} done={confirmation} />
    </Suspense>
  )
}
