import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { ReasonForm } from '../forms/reason-form.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

/** Asks organisers to look at what has that id. @throws Failure */
export type SendReport = (id: string, reason: string) => Promise<unknown>

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
  readonly report: SendReport
}

/** « Signaler » under somebody else's idea or comment, then why, then thanks, each taking the focus from the one before. */
export function ReportButton({ of, thing, report }: Props) {
  const { translator } = useSession()
  const [step, setStep] = useState<'still' | 'asking' | 'sent'>('still')
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    place.current?.querySelector<HTMLElement>('textarea, button, [tabindex]')?.focus()
  }, [step])
  const words = WORDS[of]
  return (
    <div ref={place} className="report-thing">
      {step === 'sent' && (
        <p className="quiet" tabIndex={-1}>
          {translator.say(words.sent)}
        </p>
      )}
      {step !== 'sent' && thing.reported && <p className="quiet">{translator.say(words.reported)}</p>}
      {step === 'asking' && !thing.reported && (
        <ReasonForm
          label={translator.say('idea.report.label')}
          rules={translator.say(words.rules)}
          word={translator.say('idea.report.send')}
          told={translator.say(words.sent)}
          draft={`report:${thing.id}`}
          optional
          send={reason => report(thing.id, reason)}
          close={() => setStep('still')}
          sent={() => setStep('sent')}
        />
      )}
      {step === 'still' && !thing.reported && (
        <Button
          size="small"
          appearance="subtle"
          className="plain"
          aria-label={actName(translator, words.act, thing.text)}
          onClick={() => setStep('asking')}
        >
          {translator.say(words.act)}
        </Button>
      )}
    </div>
  )
}
