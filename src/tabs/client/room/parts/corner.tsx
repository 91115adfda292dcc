import { MINUTE } from '../../../../kernel/time/clock.ts'
import type { RoomTimer, RoomView } from '../../../contract/room/room.ts'
import { QrCode } from '../../parts/panels/qr-code.tsx'
import { useStage } from './context.tsx'
import { digits, timeLeft } from './time-left.ts'
import { useNow } from './use-now.ts'

/** What is said of it: colour says nothing that words do not. */
function useTimerWords(timer: RoomTimer, left: number): string {
  const { say } = useStage().translator
  if (left === 0) return say('screen.timer.ended')
  if (timer.left !== undefined) return say('screen.timer.paused')
  return left <= MINUTE ? say('screen.timer.last') : say('screen.timer.left')
}

function CornerTimer({ timer }: { timer: RoomTimer }) {
  const { clock } = useStage()
  const left = timeLeft(timer, useNow(clock))
  const words = useTimerWords(timer, left)
  return (
    <div className={`corner-timer ${left <= MINUTE ? 'near' : ''}`} role="timer">
      <span className="corner-words">{words}</span>
      {left > 0 && <span className="corner-digits">{digits(left)}</span>}
    </div>
  )
}

/** Beside every scene but the welcome, always at the same place: the code of the day, and over it the timer. */
export function Corner({ view: { join, timer, scene } }: { view: RoomView }) {
  const { say } = useStage().translator
  return (
    <aside className="corner" aria-label={say('screen.join.place')}>
      {timer && scene.kind !== 'timer' && <CornerTimer timer={timer} />}
      <div className="corner-join">
        <p>{say('screen.join')}</p>
        <QrCode text={join.url} label={say('screen.join.code')} />
      </div>
    </aside>
  )
}
