import type { NearView } from '../../../contract/commitments.ts'
import { useGround } from '../page/context.tsx'
import { horizonName, horizonText } from '../words/days.ts'
import { Stage } from './stage.tsx'

/** How far a colleague’s is, until when (how long is left of what is over says nothing), and whether its words changed since others read them. */
export function NearStage({ near: { stage, horizon, reworded } }: { near: NearView }) {
  const { speech, programme } = useGround()
  const when = (stage === 'kept' ? horizonName : horizonText)(horizon, programme.today, speech)
  return (
    <>
      <Stage stage={stage} />
      <span className="quiet">{reworded ? `${when}\u00A0· ${speech.say('commit.reworded')}` : when}</span>
    </>
  )
}
