import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { type RefObject, useState } from 'react'
import type { IdeaView, StateInput } from '../../contract/ideas.ts'
import { forgetDraft } from '../dialogs/draft.ts'
import { ActFailure, useAct } from '../page/act.tsx'
import { useGround } from '../page/ground.tsx'
import { IdeaState } from '../page/idea-text.tsx'
import { actName } from '../words/act-name.ts'
import { AnswerForm } from './answer-form.tsx'
import { useCounter } from './counter.tsx'

type Step = StateInput['state']

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
export function useDeciding(
  idea: IdeaView,
  touch: (idea: IdeaView) => void,
  row: RefObject<HTMLElement | null>,
) {
  const { speech } = useGround()
  const { acts } = useCounter()
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const decide = async (step: Step, reason?: string) => {
    const why = reason === undefined ? {} : { reason }
    const deciding = async () => touch(await acts.decide(idea.id, { state: step, ...why }))
    if (!(await act.run(deciding, speech.say(DONE[step])))) return
    setAsking(false)
    forgetDraft(reasonOf(idea))
    row.current?.focus()
  }
  return { act, asking, setAsking, decide }
}
type Deciding = ReturnType<typeof useDeciding>

/** « Décider »: « Mettre à l’étude », « Retenir », « Ne pas retenir ». */
export function DecisionMenu({ idea, deciding }: { idea: IdeaView; deciding: Deciding }) {
  const { speech } = useGround()
  const { act, setAsking, decide } = deciding
  const steps: readonly Step[] =
    idea.state === 'studied' ? ['retained', 'aside'] : ['studied', 'retained', 'aside']
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          disabledFocusable={act.busy}
          aria-label={actName(speech, 'direction.decide', idea.text)}
        >
          {speech.say('direction.decide')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {steps.map(step => (
            <MenuItem key={step} onClick={() => (step === 'aside' ? setAsking(true) : void decide(step))}>
              {speech.say(WORDS[step])}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** Why the idea is not pursued. */
export function AsideForm({ idea, deciding }: { idea: IdeaView; deciding: Deciding }) {
  const { speech } = useGround()
  const { act, setAsking, decide } = deciding
  return (
    <AnswerForm
      label={speech.say('idea.aside.label')}
      hint={speech.say('tab.aside.hint')}
      word={speech.say('idea.decide.aside')}
      draft={reasonOf(idea)}
      busy={act.busy}
      focused
      send={reason => void decide('aside', reason)}
    >
      <Button onClick={() => setAsking(false)}>{speech.say('cancel')}</Button>
    </AnswerForm>
  )
}

export function DecidingFailure({ deciding }: { deciding: Deciding }) {
  return <ActFailure act={deciding.act} />
}

/** The decision as taken, in the question's place. */
export function DecisionTaken({ idea: { state, decision } }: { idea: IdeaView }) {
  return (
    <div className="answered">
      <IdeaState state={state} />
      {decision?.reason !== undefined && <p>{decision.reason}</p>}
    </div>
  )
}
