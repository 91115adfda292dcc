import { useCallback, useState } from 'react'
import { createPortal } from 'react-dom'

type Said = { readonly text: string; readonly turn: number }

/** The last announcement for the live region. The turn repeats a sentence said twice. */
export function useAnnouncer() {
  const [said, setSaid] = useState<Said>({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), [])
  return { said, announce }
}

/**
 * The page's one live region. Mounted from the start, since one that appears with its text is not read out, and apart from
 * the page, which is hidden from whoever listens while a dialog is open.
 */
export function Announcer({ said }: { said: Said }) {
  return createPortal(
    <div role="status" className="unseen" data-tabster-never-hide="">
      <span key={said.turn}>{said.text}</span>
    </div>,
    document.body,
  )
}
