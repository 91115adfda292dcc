import { useCallback, useEffect, useState } from 'react'
import type { Look } from '../../host/themes.ts'

const LOOKS: readonly Look[] = ['light', 'dark', 'contrast']
const NAME = 'room-look'
const MORE = '(prefers-contrast: more)'
const DARK = '(prefers-color-scheme: dark)'

function chosen(): Look | undefined {
  try {
    return LOOKS.find(look => look === localStorage.getItem(NAME))
  } catch {
    return undefined
  }
}

function keep(look: Look): void {
  try {
    localStorage.setItem(NAME, look)
  } catch {
    // It holds until the page is left.
  }
}

function preferred(): Look {
  if (matchMedia(MORE).matches) return 'contrast'
  return matchMedia(DARK).matches ? 'dark' : 'light'
}

/** The screen's theme: what was chosen here, until then what the system prefers. `turn`: the next one. */
export function useLook(): { readonly look: Look; readonly turn: () => void } {
  const [look, setLook] = useState(() => chosen() ?? preferred())
  useEffect(() => {
    document.documentElement.dataset.look = look
  }, [look])
  useEffect(() => {
    const follow = () => setLook(chosen() ?? preferred())
    const queries = [MORE, DARK].map(query => matchMedia(query))
    for (const query of queries) query.addEventListener('change', follow)
    return () => {
      for (const query of queries) query.removeEventListener('change', follow)
    }
  }, [])
  const turn = useCallback(
    () =>
      setLook(now => {
        const next = LOOKS[(LOOKS.indexOf(now) + 1) % LOOKS.length] ?? 'light'
        keep(next)
        return next
      }),
    [],
  )
  return { look, turn }
}
