import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { CommentView } from '../../contract/ideas.ts'
import { ActFailure, useAct } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useGround } from '../page/ground.tsx'
import { actName } from '../words/act-name.ts'
import { lengthOf } from '../words/length.ts'
import { useDraft } from './draft.ts'
import { LIMIT, TextField } from './text-field.tsx'

/** Asks organisers to look at the comment of that id. @throws Failure */
export type Report = (id: string, reason: string) => Promise<unknown>

type Props = { readonly comment: CommentView; readonly report: Report }
type FormProps = Props & { readonly close: () => void; readonly sent: () => void }

/** Why, for who wants to say it. Within a dialog's own form: no form of its own, and no button that sends that one. */
function ReportForm({ comment: { id }, report, close, sent }: FormProps) {
  const { say } = useGround().speech
  const act = useAct()
  const draft = useDraft(`report:${id}`, { text: '' })
  const { text } = draft.value
  const send = async () => {
    if (lengthOf(text) > LIMIT) return
    if (!(await act.run(() => report(id, text), say('comment.report.sent')))) return
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
      <p className="quiet">{say('comment.report.rules')}</p>
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

/** « Signaler » under somebody else's comment, then why, then thanks, each taking the focus from the one before. */
export function CommentReport(props: Props) {
  const { speech } = useGround()
  const [step, setStep] = useState<'still' | 'asking' | 'sent'>('still')
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    place.current?.querySelector<HTMLElement>('textarea, button, [tabindex]')?.focus()
  }, [step])
  const { comment } = props
  return (
    <div ref={place} className="comment-report">
      {step === 'sent' && (
        <p className="quiet" tabIndex={-1}>
          {speech.say('comment.report.sent')}
        </p>
      )}
      {step !== 'sent' && comment.reported && <p className="quiet">{speech.say('comment.reported')}</p>}
      {step === 'asking' && !comment.reported && (
        <ReportForm {...props} close={() => setStep('still')} sent={() => setStep('sent')} />
      )}
      {step === 'still' && !comment.reported && (
        <Button
          size="small"
          appearance="subtle"
          className="plain"
          aria-label={actName(speech, 'comment.report.act', comment.text)}
          onClick={() => setStep('asking')}
        >
          {speech.say('comment.report.act')}
        </Button>
      )}
    </div>
  )
}
