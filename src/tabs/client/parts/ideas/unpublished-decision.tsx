import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useGround } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

const UNDO = { decision: 'idea.take-back.decision', answer: 'idea.take-back.answer' } as const

type Props = {
  readonly idea: IdeaView
  readonly takeBack: (at: number) => Promise<unknown>
  /** Called once it is undone. */
  readonly undone?: () => void
}

/** What was decided or answered and is published to nobody yet: until when, and « Annuler la décision », or whose it is. */
export function Untold({ idea, takeBack, undone }: Props) {
  const { speech } = useGround()
  const act = useAct()
  const { untold, mayDecide, mayAnswer } = idea
  const kinds = (['decision', 'answer'] as const).flatMap(kind => {
    const one = untold?.[kind]
    return one ? [{ kind, ...one, may: kind === 'decision' ? mayDecide : mayAnswer }] : []
  })
  const [last] = kinds.toSorted((a, b) => b.at - a.at)
  if (!last) return null
  const time = speech.time(last.until)
  const undo = async (at: number) => {
    if (await act.run(() => takeBack(at), speech.say('undone'))) undone?.()
  }
  return (
    <div className="untold">
      <p className="quiet">
        {last.may
          ? speech.say('idea.untold.until', { time })
          : speech.say('idea.untold.by', { time, name: idea[last.kind]?.author ?? '' })}
      </p>
      <div className="acts">
        {kinds.map(
          ({ kind, at, may }) =>
            may && (
              <ActButton
                key={kind}
                act={act}
                size="small"
                aria-label={actName(speech, UNDO[kind], idea.text)}
                onPress={() => void undo(at)}
              >
                {speech.say(UNDO[kind])}
              </ActButton>
            ),
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
