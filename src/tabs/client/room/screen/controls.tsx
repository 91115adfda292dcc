import { useEffect } from 'react'
import type { Translator } from '../../parts/words/translator.ts'
import { turnFullScreen, useFullScreen } from './full-screen.ts'

type Props = { readonly translator: Translator; readonly turnLook: () => void }

function useKeys(turnLook: () => void): void {
  useEffect(() => {
    const press = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || repeat) return
      if (key === 'f' || key === 'F') turnFullScreen()
      if (key === 't' || key === 'T') turnLook()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [turnLook])
}

/** What whoever stands at the machine may do. Seen when the pointer moves or the keyboard is used: it is not for the room. */
export function Controls({ translator: { say }, turnLook }: Props) {
  const full = useFullScreen()
  useKeys(turnLook)
  return (
    <nav className="controls" aria-label={say('screen.controls')}>
      <button type="button" onClick={turnFullScreen} aria-keyshortcuts="F">
        {say(full ? 'screen.full.leave' : 'screen.full')}
      </button>
      <button type="button" onClick={turnLook} aria-keyshortcuts="T">
        {say('screen.look')}
      </button>
    </nav>
  )
}
