import { useCallback, useState } from 'react'

type Said = { readonly text: string; readonly turn: number }

/** The last announcement for the live region. The turn repeats a sentence said twice. */
export function useAnnouncer() {
  const [said, setSaid] = useState<Said>({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), [])
  return { said, announce }
}

/** The page's one live region. Mounted from the start, since one that appears with its text is not read out. */
export function Announcer({ said }: { said: Said }) {
  return (
    <div role="status" className="unseen">
      <span key={said.turn}>{said.text}</span>
    </div>
  )
}
