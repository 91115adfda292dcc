import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { type FormEvent, useRef, useState } from 'react'
import type { TrialAsked, TrialView } from '../../../contract/initiatives/trials.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useSession } from '../../parts/page/context.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { useTrialTab } from './context.tsx'
import { NoteForm } from './note-form.tsx'
import { SHOWN_FROM, STEPS } from './texts.ts'

type Props = { readonly trial: TrialView; readonly asked: TrialAsked }
type Chosen = Readonly<Record<string, number>>

/** One question with its five steps in words. */
function Question({
  text,
  step,
  choose,
  fault,
}: {
  readonly text: string
  readonly step: number | undefined
  readonly choose: (step: number) => void
  readonly fault: string | undefined
}) {
  const { say } = useSession().translator
  return (
    <Field label={text} {...(fault && { validationMessage: fault })}>
      <RadioGroup
        className="trial-steps"
        value={step === undefined ? '' : String(step)}
        onChange={(_, { value }) => choose(Number(value))}
      >
        {STEPS.map(({ step: each, word }) => (
          <Radio key={each} value={String(each)} label={say(word)} />
        ))}
      </RadioGroup>
    </Field>
  )
}

function Asking({ trial, asked, done }: Props & { readonly done: () => void }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { acts } = useTrialTab()
  const act = useAct()
  const [chosen, setChosen] = useState<Chosen>({})
  const [tried, setTried] = useState(false)
  const questions = trial.measures.filter(({ kind }) => kind === 'question')
  const answers = questions.flatMap(({ id }) => {
    const step = chosen[id]
    return step === undefined ? [] : [{ measure: id, step }]
  })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (answers.length < questions.length) return focusFirstInvalid()
    const sent = () => acts.answer(trial.id, { round: asked.round, answers })
    if (await act.run(sent, say('trial.tab.asked.done'))) done()
  }
  return (
    <form className="trial-asked" onSubmit={event => void send(event)} noValidate>
      <h3>{say('trial.tab.asked', { until: plainDay(asked.until, programme.today, translator) })}</h3>
      {questions.map(({ id, text }) => (
        <Question
          key={id}
          text={text}
          step={chosen[id]}
          choose={step => setChosen({ ...chosen, [id]: step })}
          fault={tried && chosen[id] === undefined ? say('trial.look-in.missing') : undefined}
        />
      ))}
      <p className="quiet">{say('trial.tab.asked.rules', SHOWN_FROM)}</p>
      <ActFailure act={act} />
      <ActButton act={act} type="submit" appearance="primary">
        {say('trial.tab.asked.send')}
      </ActButton>
    </form>
  )
}

/** What I am asked at present; once I answered, that I did, and a place for a signed line. */
export function LookIn({ trial, asked }: Props) {
  const { say } = useSession().translator
  const place = useRef<HTMLDivElement>(null)
  return (
    <div ref={place} tabIndex={-1} className="trial-look-in">
      {asked.answered ? (
        <p>{say('trial.tab.asked.done')}</p>
      ) : (
        <Asking trial={trial} asked={asked} done={() => place.current?.focus()} />
      )}
    </div>
  )
}

/** For who tries: what they are asked, and a line that they sign. */
export function TesterPart({ trial }: { trial: TrialView }) {
  const { acting } = useSession()
  if (!acting || !trial.trying || trial.state === 'decided') return null
  return (
    <>
      {trial.asked && <LookIn trial={trial} asked={trial.asked} />}
      {(trial.asked?.answered ?? true) && <NoteForm trial={trial} />}
    </>
  )
}
