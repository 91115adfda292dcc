import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { SequelView } from '../../../contract/ballots/sequels.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { NextSteps } from '../steps/lines.tsx'
import { StepsBlock } from '../steps/steps-block.tsx'
import { actName } from '../words/button-name.ts'
import { plainDay } from '../words/days.ts'
import type { Translator } from '../words/translator.ts'

type Text = { readonly translator: Translator; readonly today: string }

/** « La suite sera dite avant le 21 mai. », or « Sans suite : … ». */
function textOf(follows: Exclude<SequelView, { kind: 'steps' }>, { translator, today }: Text): string {
  const { say, time } = translator
  if (follows.kind === 'awaited') {
    const date = plainDay(follows.due, today, translator)
    return say(follows.late ? 'ballot.sequel.late' : 'ballot.sequel.awaited', { date })
  }
  if (follows.kind === 'summary') return say('ballot.sequel.summary')
  const { word, undoUntil } = follows
  const said = word === undefined ? say('ballot.sequel.none.line') : say('ballot.sequel.none.word', { word })
  return undoUntil === undefined ? said : `${said} ${say('step.undo.until', { time: time(undoUntil) })}`
}

type SequelProps = { readonly ballot: Pick<BallotView, 'id' | 'question' | 'follows' | 'mayFollow'> }

/** What a ballot's result ends with, as its card says it; for who may write what follows, the acts too. */
export function BallotSequel({ ballot: { id, question, follows, mayFollow } }: SequelProps) {
  const { translator, programme } = useSession()
  const steps = follows?.kind === 'steps' ? follows.steps : []
  return (
    <>
      {follows && follows.kind !== 'steps' && (
        <p>{textOf(follows, { translator, today: programme.today })}</p>
      )}
      {mayFollow ? (
        <StepsBlock subject={{ kind: 'ballot', id }} next={steps} title={question} within="row" />
      ) : (
        <NextSteps next={steps} />
      )}
    </>
  )
}

/** Whether nothing follows, and why. */
export type Settle = (none: boolean, word: string) => Promise<unknown>

type Props = { readonly ballot: BallotView; readonly settle: Settle }

/** « Sans suite », for who may say it: one press after a vote at a workshop, a line of reason after others; « Annuler » for ten minutes. */
export function SettleBallot({ ballot, settle }: Props) {
  const { translator } = useSession()
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const [word, setWord] = useState('')
  const [tried, setTried] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asking) place.current?.querySelector('input')?.focus()
  }, [asking])
  const { say } = translator
  const { maySettle, follows, question } = ballot
  if (!maySettle) return null
  const none = follows?.kind === 'none'
  const send = async (wanted: boolean, typed: string) => {
    const done = say(wanted ? 'ballot.sequel.none.done' : 'undone')
    if (!(await act.run(() => settle(wanted, typed), done))) return
    setAsking(false)
    setWord('')
    setTried(false)
    // The button that was pressed is another one by now.
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('button')?.focus())
  }
  const press = () => {
    if (none) return send(false, '')
    if (maySettle === 'press') return send(true, '')
    setTried(asking)
    if (!asking) return setAsking(true)
    if (word.trim() !== '') return send(true, word)
  }
  const name = none ? 'undo' : 'ballot.sequel.none'
  return (
    <div ref={place}>
      {asking && (
        <Field
          label={say('step.word')}
          hint={say('ballot.sequel.form.rules')}
          required
          {...(tried && word.trim() === '' && { validationMessage: say('refusal.empty-text') })}
        >
          <Input value={word} maxLength={400} onChange={(_, data) => setWord(data.value)} />
        </Field>
      )}
      <div className="acts">
        <ActButton
          act={act}
          type="button"
          size="small"
          aria-label={actName(translator, name, question)}
          onPress={() => void press()}
        >
          {say(name)}
        </ActButton>
        {asking && (
          <Button size="small" appearance="subtle" className="plain" onClick={() => setAsking(false)}>
            {say('cancel')}
          </Button>
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
