import { useCallback, useEffect, useMemo, useState } from 'react'
import { systemClock } from '../../../../../kernel/time/clock.ts'
import type { ScreenView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { type Failure, failureOf } from '../../../data/api/failure.ts'
import { useFreshness } from '../../../data/store/freshness.ts'

const SECOND = 1_000
/** How long an old code is still accepted: two turns (ms). */
const GRACE = 60_000

export type CheckInCode = {
  readonly view?: ScreenView
  readonly failure?: Failure
  /** Until the next code (s); 0 once it is late. */
  readonly left: number
  /** Whether the code shown has expired because the network is down. */
  readonly stale: boolean
  readonly refresh: () => Promise<void>
}

/** Who comes, and who takes a seat or gives it back. */
const TOPICS = ['attendance', 'workshops'] as const
/** When the screen changes by itself (ms): the next code, or check-in opens or closes. */
function turnOf({ turnsAt, at, opensAt, closesAt }: ScreenView): number {
  return Math.min(turnsAt, ...[opensAt, closesAt].filter(moment => moment > at))
}

/** What the screen shows of a workshop, read when it changes and at each new code, as long as it is looked at. */
export function useCheckInCode(call: Call, workshop: string): CheckInCode {
  const [view, setView] = useState<ScreenView>()
  const [failure, setFailure] = useState<Failure>()
  // The server's clock less this machine's, which may be wrong (ms).
  const [ahead, setAhead] = useState(0)
  const [now, setNow] = useState(() => systemClock.now())
  const refresh = useCallback(async () => {
    try {
      const read = await call<ScreenView>('GET', `/attendance/${encodeURIComponent(workshop)}`)
      setAhead(read.at - systemClock.now())
      setView(read)
      setFailure(undefined)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }, [call, workshop])
  const source = useMemo(() => ({ refresh, refreshAbout: refresh, topics: TOPICS }), [refresh])
  useFreshness(source)
  useEffect(() => {
    const ticking = setInterval(() => setNow(systemClock.now()), SECOND)
    return () => clearInterval(ticking)
  }, [])
  const next = view && turnOf(view)
  useEffect(() => {
    if (next === undefined) return
    const turning = setTimeout(() => void refresh(), Math.max(0, next - ahead - systemClock.now()) + 50)
    return () => clearTimeout(turning)
  }, [next, ahead, refresh])
  const turnsAt = view?.turnsAt
  const rest = (turnsAt ?? 0) - (now + ahead)
  return {
    ...(view && { view }),
    ...(failure && { failure }),
    left: Math.max(0, Math.ceil(rest / SECOND)),
    stale: turnsAt !== undefined && rest < -GRACE,
    refresh,
  }
}
