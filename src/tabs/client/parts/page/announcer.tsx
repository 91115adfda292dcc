import { useCallback, useState } from 'react'

type Said = { readonly text: string; readonly turn: number }

/** What was done last, for the live region. The turn makes a sentence said twice heard twice. */
export function useAnnouncer() {
  const [said, setSaid] = useState<Said>({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), [])
  return { said, announce }
}

/** The page's one live region. It stands from the start: one that appears with its text stays silent. */
export function Announcer({ said }: { said: Said }) {
  return (
    <div role="status" className="unseen">
      <span key={said.turn}>{said.text}</span>
    </div>
  )
}
