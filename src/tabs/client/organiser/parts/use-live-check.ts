import { useCallback, useEffect, useState } from 'react'
import type { Call } from '../../data/api/call.ts'

/** After the last key (ms). */
const PAUSE = 400

/**
 * What a form is answered before it is sent, asked again a moment after each change; and a check at once, before it leaves.
 * `blank`: nothing is typed yet that a card could show; `about`: what the answer depends on besides.
 */
export function useLiveCheck<T>(call: Call, path: string, body: object, blank = false, about = '') {
  const [checked, setChecked] = useState<T>()
  const text = JSON.stringify(body)
  const check = useCallback(async () => {
    const found = await call<T>('POST', path, JSON.parse(text))
    setChecked(found)
    return found
  }, [call, path, text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` is no part of the question
  useEffect(() => {
    if (blank) return
    let late = false
    const later = setTimeout(() => {
      call<T>('POST', path, JSON.parse(text)).then(
        found => late || setChecked(found),
        // What cannot be read now is read again when it is sent.
        () => {},
      )
    }, PAUSE)
    return () => {
      late = true
      clearTimeout(later)
    }
  }, [call, path, text, blank, about])
  return { checked, check }
}
