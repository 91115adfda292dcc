import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { EntryView } from '../../../contract/idea-register.ts'
import type { StateInput } from '../../../contract/ideas.ts'
import { pathTo } from '../../board/places.ts'
import { forgetDraft } from '../../dialogs/draft.ts'
import { AnswerForm } from '../../direction/answer-form.tsx'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useGround } from '../../page/ground.tsx'
import type { Send } from './entry-page.tsx'
import type { Done } from './last-act.tsx'

type Step = StateInput['state']
type Asking = 'answer' | 'aside' | 'hide'

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
/** What a reason to hide may hold, in characters as a person counts them. */
const HIDING = 280

type Props = {
  readonly entry: EntryView
  readonly send: Send
  readonly undo: (path: string) => () => Promise<unknown>
  readonly finish: (done: Done) => void
}

/** One act at a time: what is typed is asked for in the place of the buttons, and closing it gives the focus back. */
function useAsking() {
  const [asking, setAsking] = useState<Asking>()
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<Asking>(undefined)
  useEffect(() => {
    if (asking) opened.current = asking
    else if (opened.current) {
      place.current?.querySelector<HTMLElement>(`[data-act="${opened.current}"]`)?.focus()
      opened.current = undefined
    }
  }, [asking])
  return { asking, setAsking, place }
}

/** « Répondre », « À l’étude », « Retenir », « Ne pas retenir », « Masquer ». */
export function Acts({ entry, send, undo, finish }: Props) {
  const { say } = useGround().speech
  const act = useAct()
  const { asking, setAsking, place } = useAsking()
  const { id, state, hidden, mayAnswer, answer, author, steps } = entry
  if (hidden !== undefined || entry.mergedInto) return null
  const does = async (work: () => Promise<unknown>, done: Done) => {
    // The page says it with what comes next.
    if (!(await act.run(work, ''))) return
    if (asking) forgetDraft(`${asking}:${id}`)
    finish(done)
  }
  const decide = (step: Step, reason?: string) =>
    does(() => send('PUT', pathTo('/ideas', id, 'state'), { state: step, ...(reason && { reason }) }), {
      text: say(DONE[step]),
    })
  const waits = state === 'received' || state === 'studied'
  const forms = {
    answer: {
      label: author ? say('direction.answer', { name: author }) : say('direction.answer.unnamed'),
      hint: say('direction.answer.hint'),
      word: say('idea.answer.send'),
      rules: say('idea.answer.rules'),
      send: (text: string) =>
        does(() => send('POST', pathTo('/ideas', id, 'answer'), { text }), {
          text: say('idea.answer.saved'),
        }),
    },
    aside: {
      label: say('idea.aside.label'),
      hint: say('tab.aside.hint'),
      word: say('idea.decide.aside'),
      rules: say('idea.aside.rules'),
      send: (reason: string) => decide('aside', reason),
    },
    hide: {
      label: say('idea.hide.label'),
      hint: say('queue.hide.hint'),
      word: say('idea.hide.send'),
      rules: say('idea.hide.rules'),
      send: (reason: string) =>
        does(() => send('POST', pathTo('/ideas', id, 'hide'), { reason }), {
          text: say('idea.hide.done'),
          undo: undo(pathTo('/ideas', id, 'restore')),
        }),
    },
  }
  const form = asking && forms[asking]
  return (
    <div ref={place} className="queue-acts">
      {form ? (
        <>
          <AnswerForm
            key={asking}
            label={form.label}
            hint={form.hint}
            word={form.word}
            draft={`${asking}:${id}`}
            {...(asking === 'answer' && { typed: answer?.text ?? '' })}
            focused
            {...(asking === 'hide' && { limit: HIDING })}
            busy={act.busy}
            send={text => void form.send(text)}
          >
            <Button onClick={() => setAsking(undefined)}>{say('cancel')}</Button>
          </AnswerForm>
          <p className="quiet">{form.rules}</p>
        </>
      ) : (
        <div className="acts">
          {mayAnswer && (
            <Button
              data-act="answer"
              appearance={waits && !answer ? 'primary' : 'secondary'}
              onClick={() => setAsking('answer')}
            >
              {say(answer ? 'idea.answer.again' : 'idea.answer')}
            </Button>
          )}
          {steps.map(step =>
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
          <Button data-act="hide" appearance="subtle" onClick={() => setAsking('hide')}>
            {say('idea.hide')}
          </Button>
        </div>
      )}
      <ActFailure act={act} />
    </div>
  )
}
