import { MINUTE } from '../../../../kernel/time/clock.ts'
import { useStage } from '../parts/context.tsx'
import { useNow } from '../parts/use-now.ts'

/** The network is away, and since when: what stands on the screen is of then. */
export function Lost({ since }: { since: number }) {
  const { clock, translator } = useStage()
  const { say, shortDay, time } = translator
  const today = shortDay(since) === shortDay(useNow(clock, MINUTE))
  return (
    <p className="lost">
      {today
        ? say('screen.offline', { time: time(since) })
        : say('screen.offline.day', { day: shortDay(since), time: time(since) })}
    </p>
  )
}
