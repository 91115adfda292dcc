import { useEffect, useRef, useState } from 'react'
import { SECOND } from '../../../../kernel/time/clock.ts'

/** What is announced comes no closer together than that (ms). */
const APART = 6 * SECOND

/** `text` for a live region, at a pace at which it can be heard: of what changed meanwhile, the last. */
export function usePaced(text: string): string {
  const [said, setSaid] = useState('')
  const latest = useRef(text)
  const waits = useRef<ReturnType<typeof setTimeout>>(undefined)
  latest.current = text
  useEffect(() => {
    if (waits.current !== undefined || text === said) return
    setSaid(text)
    waits.current = setTimeout(() => {
      waits.current = undefined
      setSaid(latest.current)
    }, APART)
  }, [text, said])
  useEffect(() => () => clearTimeout(waits.current), [])
  return said
}
