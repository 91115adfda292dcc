import { useCallback, useState } from 'react'

/** Characters of one form that are kept; beyond, nothing is. */
const MOST = 20_000

function read<T>(key: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    const text = JSON.stringify(value)
    if (text.length <= MOST) sessionStorage.setItem(key, text)
  } catch {
    // A browser that keeps nothing still lets one type.
  }
}

/** What was typed into a form, kept over a reload of the page until `forget`. `form` names it in this window. */
export function useTyped<T extends object>(form: string, person: string, begun: T) {
  const key = `typed:${person}:${form}`
  const [typed, setTyped] = useState<T>(() => ({ ...begun, ...read<Partial<T>>(key) }))
  const type = useCallback(
    (change: Partial<T>) =>
      setTyped(before => {
        const next = { ...before, ...change }
        write(key, next)
        return next
      }),
    [key],
  )
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // As above.
    }
  }, [key])
  return { typed, type, forget }
}
