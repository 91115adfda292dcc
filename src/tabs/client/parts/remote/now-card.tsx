import { useId } from 'react'
import type { RoomView } from '../../../contract/room/room.ts'
import { useSession } from '../page/context.tsx'
import { SceneWords } from '../room/scene-card.tsx'
import type { TimerReading } from '../room/timer.ts'
import { TimerLine } from '../room/timer-line.tsx'

type Props = { readonly room: RoomView; readonly reading: TimerReading | undefined }

/** What stands on the screen now. */
export function NowCard({ room, reading }: Props) {
  const { say } = useSession().translator
  const id = useId()
  return (
    <section className="card panel remote-now" aria-labelledby={id}>
      <p id={id} className="quiet">
        {say('remote.now')}
      </p>
      <SceneWords scene={room.scene} heading="h2" />
      {reading && <TimerLine reading={reading} />}
      <p className="quiet">{say('day.present', { present: room.present })}</p>
    </section>
  )
}
