import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

const UNDO = { decision: 'idea.take-back.decision', answer: 'idea.take-back.answer' } as const

type Props = {
  readonly idea: IdeaView
  readonly takeBack: (at: number) => Promise<unknown>
  /** Called once it is undone. */
  readonly undone?: () => void
}

/** A decision or answer within its undo window: until when, with « Annuler la décision », or whose it is. */
export function UnpublishedDecision({ idea, takeBack, undone }: Props) {
  const { translator } = useSession()
  const act = useAct()
  const { untold, mayDecide, mayAnswer } = idea
  const kinds = (['decision', 'answer'] as const).flatMap(kind => {
    const one = untold?.[kind]
    return one ? [{ kind, ...one, may: kind === 'decision' ? mayDecide : mayAnswer }] : []
  })
  const [last] = kinds.toSorted((a, b) => b.at - a.at)
  if (!last) return null
  const time = translator.time(last.until)
  const undo = async (at: number) => {
    if (await act.run(() => takeBack(at), translator.say('undone'))) undone?.()
  }
  return (
    <div className="untold">
      <p className="quiet">
        {last.may
          ? translator.say('idea.untold.until', { time })
          : translator.say('idea.untold.by', { time, name: idea[last.kind]?.author ?? '' })}
      </p>
      <div className="acts">
        {kinds.map(
          ({ kind, at, may }) =>
            may && (
              <ActButton
                key={kind}
                act={act}
                size="small"
                aria-label={actName(translator, UNDO[kind], idea.text)}
                onPress={() => void undo(at)}
              >
                {translator.say(UNDO[kind])}
              </ActButton>
            ),
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
