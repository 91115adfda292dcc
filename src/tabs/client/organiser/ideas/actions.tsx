import { Button } from '@fluentui/react-components'
import type { IdeaView, StateInput } from '../../../contract/ideas/ideas.ts'
import type { EntryView } from '../../../contract/ideas/register.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { AnswerForm } from '../../parts/forms/answer-form.tsx'
import { forgetDraft } from '../../parts/forms/draft.ts'
import { useSession } from '../../parts/page/context.tsx'
import { MoreActs } from '../parts/more-acts.tsx'
import { useCopyAct } from '../parts/use-copy-act.ts'
import { HideForm } from './hide-form.tsx'
import type { LastIdeaAction } from './last-action.tsx'
import { useOpenAction } from './open-action.ts'
import type { SendIdeaAction } from './send.ts'

type Step = StateInput['state']
type Kind = 'decision' | 'answer'

const STEP = {
  studied: 'idea.decide.studied',
  retained: 'idea.decide.retained',
  aside: 'idea.decide.aside',
} as const
const DONE = {
  studied: 'idea.decide.studied.done',
  retained: 'idea.decide.retained.done',
  aside: 'idea.decide.aside.done',
} as const

type Props = {
  readonly entry: EntryView
  readonly send: SendIdeaAction
  readonly finish: (done: LastIdeaAction) => void
  /** Looks for another idea to join it with; absent where it is joined with none. */
  readonly join: (() => void) | undefined
}

/** « Répondre », « Mettre à l’étude », « Retenir », « Ne pas retenir »; what one seldom does is in a menu. */
export function IdeaActions({ entry, send, finish, join }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const { asking, setAsking, place } = useOpenAction()
  const { id, state, text, hidden, mayAnswer, answer, author, steps, untold, reports } = entry
  const copy = useCopyAct({ kind: 'idea', id }, text)
  if (hidden !== undefined || entry.mergedInto) return null
  /** Runs an act; offers an undo during its undo window. */
  const does = async (kind: Kind, text: string, work: () => Promise<IdeaView>) => {
    let seen: IdeaView | undefined
    const sending = async () => {
      seen = await work()
    }
    // The page says it with what comes next.
    if (!(await act.run(sending, ''))) return
    if (asking) forgetDraft(`${asking}:${id}`)
    const done = seen?.untold?.[kind]
    const undo = done && (() => send('POST', pathTo('/ideas', id, 'take-back'), { at: done.at }))
    finish({ text, ...(done && undo && { until: done.until, undo }) })
  }
  const decide = (step: Step, reason?: string) =>
    does('decision', say(DONE[step]), () =>
      send('PUT', pathTo('/ideas', id, 'state'), { state: step, ...(reason && { reason }) }),
    )
  const reply = (text: string) =>
    does('answer', say('idea.answer.saved'), () => send('POST', pathTo('/ideas', id, 'answer'), { text }))
  const waits = state === 'received' || state === 'studied'
  const seldom = [
    ...(join ? [{ word: say('queue.merge.other'), press: join }] : []),
    copy,
    ...(reports === undefined ? [{ word: say('idea.hide'), press: () => setAsking('hide') }] : []),
  ]
  const leave = <Button onClick={() => setAsking(undefined)}>{say('cancel')}</Button>
  return (
    <div ref={place} className="queue-acts">
      {asking === 'hide' && (
        <HideForm entry={entry} send={send} finish={finish} leave={() => setAsking(undefined)} />
      )}
      {asking === 'answer' && (
        <>
          <AnswerForm
            label={author ? say('direction.answer', { name: author }) : say('direction.answer.unnamed')}
            hint={say('direction.answer.hint')}
            word={say('idea.answer.send')}
            draft={`answer:${id}`}
            typed={answer?.text ?? ''}
            focused
            busy={act.busy}
            send={text => void reply(text)}
          >
            {leave}
          </AnswerForm>
          <p className="quiet">{say('idea.answer.rules')}</p>
        </>
      )}
      {asking === 'aside' && (
        <>
          <AnswerForm
            label={say('idea.aside.label')}
            hint={say('tab.aside.hint')}
            word={say('idea.decide.aside')}
            draft={`aside:${id}`}
            focused
            busy={act.busy}
            send={reason => void decide('aside', reason)}
          >
            {leave}
          </AnswerForm>
          <p className="quiet">{say('idea.aside.rules')}</p>
        </>
      )}
      {!asking && (
        <div className="acts">
          {mayAnswer && !untold?.answer && (
            <Button
              data-act="answer"
              appearance={waits && !answer ? 'primary' : 'secondary'}
              onClick={() => setAsking('answer')}
            >
              {say(answer ? 'idea.answer.again' : 'idea.answer')}
            </Button>
          )}
          {!untold?.decision &&
            steps.map(step =>
              step === 'aside' ? (
                <Button key={step} data-act="aside" onClick={() => setAsking('aside')}>
                  {say(STEP.aside)}
                </Button>
              ) : (
                <ActButton key={step} act={act} onPress={() => void decide(step)}>
                  {say(STEP[step])}
                </ActButton>
              ),
            )}
          <MoreActs name={text} acts={seldom} />
        </div>
      )}
      <ActFailure act={act} />
    </div>
  )
}
