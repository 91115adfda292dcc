import { useEffect, useId, useState } from 'react'
import type { FeedbackView } from '../../../../contract/feedback.ts'
import { useSession } from '../../../parts/page/context.tsx'
import type { PanelProps } from '../workshop/panels.ts'

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

/** « Retours »: what people said of a workshop that is over. */
export default function FeedbackPanel({ workshop, call }: PanelProps) {
  const { say } = useSession().translator
  const title = useId()
  const [view, show] = useState<FeedbackView>()
  useEffect(() => {
    call<FeedbackView>('GET', `/workshops/${workshop.id}/feedback`).then(show, () => {})
  }, [call, workshop.id])
  if (!view || !workshop.over) return null
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say('after.feedback')}</h2>
      </div>
      <Said view={view} />
    </section>
  )
}
