import { type FormEvent, useRef, useState } from 'react'
import type { AskedView, GivenView } from '../../../contract/feedback.ts'
import type { Page } from '../../../contract/primitives.ts'
import type { Call } from '../../data/api/call.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT } from '../../parts/forms/text-field.tsx'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { FeedbackFields } from '../workshops/feedback-fields.tsx'

type Props = { readonly call: Call; readonly workshop: string }

function Questions({ call, asked: { id, closesAt } }: { call: Call; asked: AskedView }) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const draft = useDraft(`feedback:${id}`, { rating: '', sentence: '' })
  const { rating, sentence } = draft.value
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState<'feedback.done' | 'feedback.first'>()
  const answer = useRef<HTMLDivElement>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (rating === '' || lengthOf(sentence) > LIMIT) return focusFirstInvalid()
    const body = { rating: Number(rating), sentence }
    const give = async () => {
      const { before } = await call<GivenView>('PUT', pathTo('/workshops', id, 'my-feedback'), body)
      setGiven(before ? 'feedback.first' : 'feedback.done')
    }
    if (!(await act.run(give, say('feedback.done')))) return
    draft.reset()
    answer.current?.focus()
  }
  return (
    <div ref={answer} tabIndex={-1}>
      {given ? (
        <Notice tone="good">
          <strong>{say(given)}</strong> {say('feedback.given')}
        </Notice>
      ) : (
        <form className="room-form" noValidate onSubmit={event => void send(event)}>
          <FeedbackFields rating={rating} sentence={sentence} change={draft.change} tried={tried} />
          <ActFailure act={act} />
          <ActButton act={act} type="submit" appearance="primary">
            {say('feedback.send')}
          </ActButton>
          <p className="quiet">{say('feedback.rules', { date: translator.shortDay(closesAt) })}</p>
        </form>
      )}
    </div>
  )
}

/** What I think of the workshop that is over, while that is asked. */
export function FeedbackAct({ call, workshop }: Props) {
  const { say } = useSession().translator
  const { value, failure, again } = useReading<Page<AskedView>>('/me/feedback')
  if (!value) return <Pending failure={failure} again={again} />
  const asked = value.items.find(({ id }) => id === workshop)
  if (!asked) return <p>{say('following.read')}</p>
  if (asked.given) return <p>{say('feedback.given')}</p>
  return <Questions call={call} asked={asked} />
}
