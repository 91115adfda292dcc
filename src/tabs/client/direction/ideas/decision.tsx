import { Button } from '@fluentui/react-components'
import { type ComponentProps, lazy, type RefObject, useState } from 'react'
import type { IdeaView, StateInput } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { AnswerForm } from '../../parts/forms/answer-form.tsx'
import { forgetDraft } from '../../parts/forms/draft.ts'
import { IdeaStateBadge } from '../../parts/ideas/idea-text.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useDirectionTab } from '../reading/context.tsx'

type Step = StateInput['state']

const DecisionChoices = lazy(() => import('./decision-choices.tsx'))

const DONE = {
  studied: 'idea.decide.studied.done',
  retained: 'idea.decide.retained.done',
  aside: 'idea.decide.aside.done',
} as const

/** Why it is not pursued, as long as that is not sent. */
const reasonOf = ({ id }: IdeaView) => `aside:${id}`

/** Decides about a waiting idea. `row` takes the focus afterwards, since the button disappears. */
export function useDeciding(
  idea: IdeaView,
  touch: (idea: IdeaView) => void,
  row: RefObject<HTMLElement | null>,
) {
  const { translator } = useSession()
  const { acts } = useDirectionTab()
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const decide = async (step: Step, reason?: string) => {
    const why = reason === undefined ? {} : { reason }
    const deciding = async () => touch(await acts.decide(idea.id, { state: step, ...why }))
    if (!(await act.run(deciding, translator.say(DONE[step])))) return
    setAsking(false)
    forgetDraft(reasonOf(idea))
    row.current?.focus()
  }
  return { act, asking, setAsking, decide }
}
export type DecisionInHand = ReturnType<typeof useDeciding>

type MenuProps = { readonly idea: IdeaView; readonly deciding: DecisionInHand }

/** Alone before the menu's code is there, then the menu's own trigger, which hands it more properties. */
export function DecideButton({ idea, deciding, ...props }: MenuProps & ComponentProps<'button'>) {
  const { translator } = useSession()
  return (
    <Button
      {...props}
      as="button"
      size="small"
      disabledFocusable={deciding.act.busy}
      aria-haspopup="menu"
      aria-label={actName(translator, 'direction.decide', idea.text)}
    >
      {translator.say('direction.decide')}
    </Button>
  )
}

/** « Décider »: the main act is a button of its own, the others are in this menu. */
export function DecisionMenu(props: MenuProps) {
  const [wanted, setWanted] = useState(false)
  if (!wanted) return <DecideButton {...props} onClick={() => setWanted(true)} />
  return (
    <LazyPart fallback={<DecideButton {...props} />}>
      <DecisionChoices {...props} />
    </LazyPart>
  )
}

/** Why the idea is not pursued. */
export function AsideForm({ idea, deciding }: { idea: IdeaView; deciding: DecisionInHand }) {
  const { translator } = useSession()
  const { act, setAsking, decide } = deciding
  return (
    <AnswerForm
      label={translator.say('idea.aside.label')}
      hint={translator.say('tab.aside.hint')}
      word={translator.say('idea.decide.aside')}
      draft={reasonOf(idea)}
      busy={act.busy}
      focused
      send={reason => void decide('aside', reason)}
    >
      <Button onClick={() => setAsking(false)}>{translator.say('cancel')}</Button>
    </AnswerForm>
  )
}

export function DecidingFailure({ deciding }: { deciding: DecisionInHand }) {
  return <ActFailure act={deciding.act} />
}

/** The decision as taken, in the question's place. */
export function DecisionTaken({ idea: { state, decision } }: { idea: IdeaView }) {
  return (
    <div className="answered">
      <IdeaStateBadge state={state} />
      {decision?.reason !== undefined && <p>{decision.reason}</p>}
    </div>
  )
}
