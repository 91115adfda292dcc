import { Button } from '@fluentui/react-components'
import { type RefObject, useState } from 'react'
import type { IdeaView, StateInput } from '../../contract/ideas.ts'
import { forgetDraft } from '../dialogs/draft.ts'
import { ActFailure, useAct } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useGround } from '../page/ground.tsx'
import { IdeaState } from '../page/idea-text.tsx'
import { actName } from '../words/act-name.ts'
import { AnswerForm } from './answer-form.tsx'
import { useCounter } from './counter.tsx'

type Step = StateInput['state']
type Decided = { readonly step: Step; readonly reason?: string }

const WORDS = {
  studied: 'idea.decide.studied',
  retained: 'idea.decide.retained',
  aside: 'idea.decide.aside',
} as const
const DONE = {
  studied: 'idea.decide.studied.done',
  retained: 'idea.decide.retained.done',
  aside: 'idea.decide.aside.done',
} as const

/** Why it is not pursued, as long as that is not sent. */
const reasonOf = ({ id }: IdeaView) => `aside:${id}`

/** What becomes of an idea that waits. `row` takes the focus once it is decided: the button is gone then. */
export function useDeciding(idea: IdeaView, begun: () => void, row: RefObject<HTMLElement | null>) {
  const { speech } = useGround()
  const { acts } = useCounter()
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const [decided, setDecided] = useState<Decided>()
  const decide = async (step: Step, reason?: string) => {
    begun()
    const why = reason === undefined ? {} : { reason }
    if (!(await act.run(() => acts.decide(idea.id, { state: step, ...why }), speech.say(DONE[step])))) return
    setAsking(false)
    forgetDraft(reasonOf(idea))
    // Under study, it waits where it stands.
    if (step !== 'studied') setDecided({ step, ...why })
    row.current?.focus()
  }
  return { act, asking, setAsking, decided, decide }
}
type Deciding = ReturnType<typeof useDeciding>

/** « À l’étude », « Retenir », « Ne pas retenir », or why it is not pursued. */
export function Decisions({ idea, deciding }: { idea: IdeaView; deciding: Deciding }) {
  const { speech } = useGround()
  const { act, asking, setAsking, decide } = deciding
  const steps: readonly Step[] =
    idea.state === 'studied' ? ['retained', 'aside'] : ['studied', 'retained', 'aside']
  if (asking) {
    return (
      <div className="deciding">
        <AnswerForm
          label={speech.say('idea.aside.label')}
          hint={speech.say('tab.aside.hint')}
          word={speech.say('idea.decide.aside')}
          draft={reasonOf(idea)}
          focused
          send={reason => void decide('aside', reason)}
        >
          <Button onClick={() => setAsking(false)}>{speech.say('cancel')}</Button>
        </AnswerForm>
        <ActFailure act={act} />
      </div>
    )
  }
  return (
    <div className="deciding">
      <div className="acts">
        {steps.map(step => (
          <ActButton
            key={step}
            act={act}
            size="small"
            aria-label={actName(speech, WORDS[step], idea.text)}
            onPress={() => (step === 'aside' ? setAsking(true) : void decide(step))}
          >
            {speech.say(WORDS[step])}
          </ActButton>
        ))}
      </div>
      <ActFailure act={act} />
    </div>
  )
}

/** The decision as taken, in the question's place. */
export function DecisionTaken({ decided: { step, reason } }: { decided: Decided }) {
  return (
    <div className="answered">
      <IdeaState state={step} />
      {reason !== undefined && <p>{reason}</p>}
    </div>
  )
}
