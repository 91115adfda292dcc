import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import { useSession } from '../page/context.tsx'
import { horizonName, horizonText } from '../words/days.ts'
import { CommitmentStage } from './stage.tsx'

/** How far a colleague’s is, until when (how long is left of what is over says nothing), and whether its words changed since others read them. */
export function ColleagueStage({ near: { stage, horizon, reworded } }: { near: SharedCommitmentView }) {
  const { translator, programme } = useSession()
  const when = (stage === 'kept' ? horizonName : horizonText)(horizon, programme.today, translator)
  return (
    <>
      <CommitmentStage stage={stage} />
      <span className="quiet">{reworded ? `${when}\u00A0· ${translator.say('commit.reworded')}` : when}</span>
    </>
  )
}
