import { useId, useRef } from 'react'
import type { TimerInput } from '../../../contract/room/remote.ts'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import type { TimerReading } from '../room/timer.ts'
import type { Remote } from './use-remote.ts'

const STARTS = [5, 10, 15] as const

type Props = { readonly remote: Remote; readonly reading: TimerReading | undefined }

/** The timer that the room sees: begun, prolonged, paused, stopped. */
export function TimerActs({ remote, reading }: Props) {
  const { say } = useSession().translator
  const { act, send } = remote
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const press = async (input: Pick<TimerInput, 'act' | 'minutes'>, said: string) => {
    // The pressed button is replaced by others: the focus stays near.
    if (await send('timer', input, said)) heading.current?.focus()
  }
  const running = reading && reading.state !== 'over'
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say('remote.timer')}
      </h2>
      <div className="remote-row">
        {!running &&
          STARTS.map(minutes => (
            <ActButton
              key={minutes}
              act={act}
              aria-label={say('remote.timer.start.name', { minutes })}
              onPress={() => void press({ act: 'start', minutes }, say('remote.timer.started', { minutes }))}
            >
              {say('remote.timer.start', { minutes })}
            </ActButton>
          ))}
        {reading && (
          <ActButton
            act={act}
            aria-label={say('remote.timer.prolong.name')}
            onPress={() => void send('timer', { act: 'prolong', minutes: 1 }, say('remote.timer.prolonged'))}
          >
            {say('remote.timer.prolong')}
          </ActButton>
        )}
        {reading?.state === 'running' && (
          <ActButton act={act} onPress={() => void press({ act: 'pause' }, say('remote.timer.waits'))}>
            {say('remote.timer.pause')}
          </ActButton>
        )}
        {reading?.state === 'paused' && (
          <ActButton act={act} onPress={() => void press({ act: 'resume' }, say('remote.timer.resumed'))}>
            {say('remote.timer.resume')}
          </ActButton>
        )}
        {reading && (
          <ActButton act={act} onPress={() => void press({ act: 'stop' }, say('remote.timer.stopped'))}>
            {say('remote.timer.stop')}
          </ActButton>
        )}
      </div>
    </section>
  )
}
