import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo'
import type { CommitmentView } from '../../../contract/commitments.ts'
import { useSession } from '../page/context.tsx'

const STAGES = {
  taken: { segments: 1, word: 'commit.state.taken' },
  underway: { segments: 2, word: 'commit.state.underway' },
  kept: { segments: 3, word: 'commit.state.kept' },
  'let-go': { segments: 0, word: 'commit.state.let-go' },
} as const

/** How far a commitment is: a word, which the segments only repeat. */
export function CommitmentStage({ stage }: Pick<CommitmentView, 'stage'>) {
  const { translator } = useSession()
  const { segments, word } = STAGES[stage]
  return (
    <span className={`stage stage-${stage}`}>
      {segments === 0 ? (
        <ArrowUndo16Regular aria-hidden />
      ) : (
        <span className="segments" aria-hidden="true">
          {[1, 2, 3].map(step => (
            <span key={step} className={step <= segments ? 'segment segment-on' : 'segment'} />
          ))}
        </span>
      )}
      <strong>{translator.say(word)}</strong>
    </span>
  )
}
