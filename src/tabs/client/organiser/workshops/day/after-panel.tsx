import { useEffect, useId, useState } from 'react'
import type { AttendanceFileView } from '../../../../contract/attendance.ts'
import type { FeedbackView } from '../../../../contract/feedback.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import type { PanelProps } from '../workshop/panels.ts'

/** Hands a file to the browser, as a link that was pressed would. */
function save({ name, text }: AttendanceFileView): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

function Register({ workshop, call }: PanelProps) {
  const { say } = useSession().translator
  const act = useAct()
  const title = useId()
  const get = async () => save(await call<AttendanceFileView>('POST', `/attendance/${workshop.id}/register`))
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say('after.register')}</h2>
      </div>
      <p className="quiet">{say('after.register.rules')}</p>
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} onPress={() => void act.run(get, { text: say('after.register.done') })}>
          {say('after.register.get')}
        </ActButton>
      </div>
    </section>
  )
}

function Said({ view }: { view: FeedbackView }) {
  const { say, shortDay, language } = useSession().translator
  const title = useId()
  if (view.state === 'none') return <p>{say('after.feedback.none')}</p>
  if (view.state === 'few') return <p>{say('after.feedback.few')}</p>
  if (view.state === 'open') return <p>{say('after.feedback.open', { date: shortDay(view.closesAt) })}</p>
  const { answers, average, sentences } = view
  return (
    <>
      <p>{say('after.feedback.average', { average: average.toLocaleString(language) })}</p>
      <p className="quiet">{say('after.feedback.count', { count: answers })}</p>
      <h3 id={title}>{say('after.feedback.sentences')}</h3>
      {sentences.length === 0 && <p>{say('after.feedback.silent')}</p>}
      <ul aria-labelledby={title}>
        {/* Nobody wrote them, so nothing but their words names them; the list is read once. */}
        {[...new Set(sentences)].map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

function Feedback({ workshop, call }: PanelProps) {
  const { say } = useSession().translator
  const title = useId()
  const [view, show] = useState<FeedbackView>()
  useEffect(() => {
    call<FeedbackView>('GET', `/workshops/${workshop.id}/feedback`).then(show, () => {})
  }, [call, workshop.id])
  if (!view) return null
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say('after.feedback')}</h2>
      </div>
      <Said view={view} />
    </section>
  )
}

/** Once a workshop is over, for organisers: who came, and what they said of it. */
export default function AfterPanel({ workshop, call }: PanelProps) {
  const { me } = useSession()
  if (me.role !== 'organiser' || workshop.off || !workshop.over) return null
  return (
    <>
      <Register workshop={workshop} call={call} />
      <Feedback workshop={workshop} call={call} />
    </>
  )
}
