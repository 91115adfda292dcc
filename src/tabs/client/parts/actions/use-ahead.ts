import { useEffect, useRef, useState } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'

/** The longest a browser's timer can wait (ms). */
const LONGEST = 2 ** 31 - 1

/** Whether `end` (ms) is in the future. Calls `passed`, then renders again, when it passes. */
export function useAhead(end: number, passed: () => void): boolean {
  const [turn, setTurn] = useState(0)
  const told = useRef(passed)
  told.current = passed
  useEffect(() => {
    const left = end - systemClock.now()
    if (left <= 0) return
    const timer = setTimeout(
      () => {
        if (end <= systemClock.now()) told.current()
        setTurn(turn + 1)
      },
      Math.min(left, LONGEST),
    )
    return () => clearTimeout(timer)
  }, [end, turn])
  return end > systemClock.now()
}
