import { useEffect, useState } from 'react'
import type { Clock } from '../../../../kernel/time/clock.ts'
import { SECOND } from '../../../../kernel/time/clock.ts'

/** The time by `clock`, told again at each `every` (ms), on the beat. */
export function useNow({ now }: Clock, every: number = SECOND): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const next = () => setTimeout(tick, every - (now() % every))
    const tick = () => {
      setAt(now())
      timer = next()
    }
    let timer = next()
    return () => clearTimeout(timer)
  }, [now, every])
  return at
}
