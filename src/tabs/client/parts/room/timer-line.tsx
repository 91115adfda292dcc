import { useSession } from '../page/context.tsx'
import { clockText, type TimerReading, timerText } from './timer.ts'

/** The timer in figures for who sees it, in words for who listens. */
export function TimerLine({ reading }: { reading: TimerReading }) {
  const { translator } = useSession()
  const { state, left } = reading
  if (state === 'over') return <p className="room-timer room-timer-over">{timerText(reading, translator)}</p>
  return (
    <p className="room-timer">
      <span aria-hidden="true">{clockText(left)}</span>
      <span className="unseen">{timerText(reading, translator)}</span>
      {state === 'paused' && <span aria-hidden="true"> {translator.say('remote.timer.waits')}</span>}
    </p>
  )
}
