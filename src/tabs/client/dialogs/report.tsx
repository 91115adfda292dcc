import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { ActFailure, useAct } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useGround } from '../page/ground.tsx'
import { actName } from '../words/act-name.ts'
import { lengthOf } from '../words/length.ts'
import { useDraft } from './draft.ts'
import { LIMIT, TextField } from './text-field.tsx'

/** Asks organisers to look at what has that id. @throws Failure */
export type Report = (id: string, reason: string) => Promise<unknown>

const IDEA = {
  act: 'idea.report',
  rules: 'idea.report.rules',
  sent: 'idea.report.sent',
  reported: 'idea.reported',
} as const
const COMMENT = {
  act: 'comment.report.act',
  rules: 'comment.report.rules',
  sent: 'comment.report.sent',
  reported: 'comment.reported',
} as const

const WORDS = { idea: IDEA, comment: COMMENT }

type Props = {
  readonly of: 'idea' | 'comment'
  readonly thing: { readonly id: string; readonly text: string; readonly reported?: true }
  readonly report: Report
}
type FormProps = Props & { readonly close: () => void; readonly sent: () => void }

/** Why, for who wants to say it. Within a dialog's own form: no form of its own, and no button that sends that one. */
function ReportForm({ of, thing: { id }, report, close, sent }: FormProps) {
  const words = WORDS[of]
  const { say } = useGround().speech
  const act = useAct()
  const draft = useDraft(`report:${id}`, { text: '' })
  const { text } = draft.value
  const send = async () => {
    if (lengthOf(text) > LIMIT) return
    if (!(await act.run(() => report(id, text), say(words.sent)))) return
    draft.reset()
    sent()
  }
  return (
    <>
      <TextField
        label={say('idea.report.label')}
        value={text}
        rows={2}
        optional
        onChange={next => draft.change({ text: next })}
        tried={false}
      />
      <p className="quiet">{say(words.rules)}</p>
      <div className="acts">
        <ActButton act={act} type="button" onPress={() => void send()}>
          {say('idea.report.send')}
        </ActButton>
        <Button onClick={close}>{say('cancel')}</Button>
      </div>
      <ActFailure act={act} />
    </>
  )
}

/** « Signaler » under somebody else's idea or comment, then why, then thanks, each taking the focus from the one before. */
export function ReportThing(props: Props) {
  const { speech } = useGround()
  const [step, setStep] = useState<'still' | 'asking' | 'sent'>('still')
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    place.current?.querySelector<HTMLElement>('textarea, button, [tabindex]')?.focus()
  }, [step])
  const { of, thing } = props
  const words = WORDS[of]
  return (
    <div ref={place} className="report-thing">
      {step === 'sent' && (
        <p className="quiet" tabIndex={-1}>
          {speech.say(words.sent)}
        </p>
      )}
      {step !== 'sent' && thing.reported && <p className="quiet">{speech.say(words.reported)}</p>}
      {step === 'asking' && !thing.reported && (
        <ReportForm {...props} close={() => setStep('still')} sent={() => setStep('sent')} />
      )}
      {step === 'still' && !thing.reported && (
        <Button
          size="small"
          appearance="subtle"
          className="plain"
          aria-label={actName(speech, words.act, thing.text)}
          onClick={() => setStep('asking')}
        >
          {speech.say(words.act)}
        </Button>
      )}
    </div>
  )
}
