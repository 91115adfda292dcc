import { MINUTE } from '../../../../kernel/time/clock.ts'
import type { RoomTimer } from '../../../contract/room/room.ts'
import { useStage } from '../parts/context.tsx'
import { Fit } from '../parts/fit.tsx'
import { digits, timeLeft } from '../parts/time-left.ts'
import { useNow } from '../parts/use-now.ts'

function Running({ timer }: { timer: RoomTimer }) {
  const { clock, translator } = useStage()
  const left = timeLeft(timer, useNow(clock))
  if (left === 0) return <p className="timer-end">{translator.say('screen.timer.ended')}</p>
  const part = timer.total > 0 ? Math.min(1, left / timer.total) : 0
  return (
    <>
      <p className="timer-digits" role="timer">
        {digits(left)}
      </p>
      <div className="timer-bar" aria-hidden="true">
        <div style={{ inlineSize: `${100 * part}%` }} />
      </div>
      <p className="timer-words">
        {timer.left !== undefined
          ? translator.say('screen.timer.paused')
          : left <= MINUTE
            ? translator.say('screen.timer.last')
            : translator.say('screen.vote.until', { time: translator.time(timer.endsAt) })}
      </p>
    </>
  )
}

type Props = { readonly words: string | undefined; readonly timer: RoomTimer | undefined }

/** What there is to do, and for how long. */
export function TimerScene({ words, timer }: Props) {
  const { say } = useStage().translator
  return (
    <div className="timer">
      <Fit className="timer-title">
        <h1>{words || say('screen.timer.left')}</h1>
      </Fit>
      {timer && <Running timer={timer} />}
    </div>
  )
}
