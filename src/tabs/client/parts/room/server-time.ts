import { useEffect, useMemo, useState } from 'react'
import { SECOND, systemClock } from '../../../../kernel/time/clock.ts'

/**
 * What the server's clock says now (ms), this device's may be wrong. `at`: what it said when it last answered; read again each
 * second while `ticking`.
 */
export function useServerTime(at: number, ticking: boolean): number {
  const ahead = useMemo(() => at - systemClock.now(), [at])
  const [, turn] = useState(0)
  useEffect(() => {
    if (!ticking) return
    const every = setInterval(() => turn(before => before + 1), SECOND)
    return () => clearInterval(every)
  }, [ticking])
  return systemClock.now() + ahead
}
