import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo'
import type { CommitmentView } from '../../contract/commitments.ts'
import { useDesk } from './desk.tsx'

const STAGES = {
  taken: { segments: 1, word: 'commit.state.taken' },
  kept: { segments: 3, word: 'commit.state.kept' },
  'let-go': { segments: 0, word: 'commit.state.let-go' },
} as const

/** How far a commitment is: a word, which the segments only repeat. */
export function Stage({ state }: Pick<CommitmentView, 'state'>) {
  const { speech } = useDesk()
  const { segments, word } = STAGES[state]
  return (
    <span className={`stage stage-${state}`}>
      {segments === 0 ? (
        <ArrowUndo16Regular aria-hidden />
      ) : (
        <span className="segments" aria-hidden="true">
          {[1, 2, 3].map(step => (
            <span key={step} className={step <= segments ? 'segment segment-on' : 'segment'} />
          ))}
        </span>
      )}
      <strong>{speech.say(word)}</strong>
    </span>
  )
}
