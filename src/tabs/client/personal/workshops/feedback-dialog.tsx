import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { AskedView, GivenView } from '../../../contract/feedback.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT } from '../../parts/forms/text-field.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'
import { FeedbackFields } from './feedback-fields.tsx'

type Props = { readonly asked: AskedView; readonly finish: Finish }

/** No attendance list was kept: whoever was not there says so, after a confirmation, and is asked no more. */
function NotThere({ asked: { id, title }, finish }: Props) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  const act = useAct()
  const [leaving, leave] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const turn = (to: boolean) => {
    leave(to)
    // The pressed button disappears: the focus goes to what replaced it.
    place.current?.focus()
  }
  const missed = async () => {
    const done = { text: say('feedback.missed'), about: title }
    if (await act.run(() => acts.giveFeedback(id, { absent: true }), done)) finish(`asked-${id}`)
  }
  return (
    <div ref={place} tabIndex={-1}>
      {leaving ? (
        <>
          <p>
            <strong>{say('feedback.absent.ask')}</strong>
          </p>
          <p>{say('feedback.absent.rules')}</p>
          <div className="acts">
            <Button size="small" onClick={() => turn(false)}>
              {say('feedback.absent.back')}
            </Button>
            <ActButton act={act} size="small" onPress={() => void missed()}>
              {say('feedback.absent')}
            </ActButton>
          </div>
        </>
      ) : (
        <Button size="small" onClick={() => turn(true)}>
          {say('feedback.absent')}
        </Button>
      )}
      <ActFailure act={act} />
    </div>
  )
}

type Told = 'feedback.done' | 'feedback.first'

/** Two questions about a workshop that is over; then the answer in their place, which takes the focus. */
export function FeedbackDialog({ asked, finish }: Props) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  const { id, title, closesAt } = asked
  const act = useAct()
  const draft = useDraft(`feedback:${id}`, { rating: '', sentence: '' })
  const { rating, sentence } = draft.value
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState<Told>()
  const send = async () => {
    setTried(true)
    if (rating === '' || lengthOf(sentence) > LIMIT) return focusFirstInvalid()
    const said = { rating: Number(rating), sentence }
    let told: Told = 'feedback.done'
    const done = ({ before }: GivenView) => {
      told = before ? 'feedback.first' : 'feedback.done'
      return say(told)
    }
    if (!(await act.run(() => acts.giveFeedback(id, said), done))) return
    draft.reset()
    setGiven(told)
  }
  return (
    <Frame
      title={say(given ? 'feedback.title.done' : 'feedback.title')}
      // The button that led here is gone with the answer.
      close={() => finish(given ? `asked-${id}` : undefined)}
      draft={draft}
      {...(given
        ? { closeWord: say('tab.close') }
        : { submit: { word: say('feedback.send'), act, send: () => void send() } })}
    >
      <p className="words">{title}</p>
      {given && (
        <ScrollStop>
          <Notice tone="good">
            <strong>{say(given)}</strong>
          </Notice>
          <p>{say('feedback.given')}</p>
        </ScrollStop>
      )}
      {!given && (
        <>
          {asked.unsure && <NotThere asked={asked} finish={finish} />}
          <FeedbackFields rating={rating} sentence={sentence} change={draft.change} tried={tried} />
        </>
      )}
      <p className="quiet">{say('feedback.rules', { date: translator.shortDay(closesAt) })}</p>
    </Frame>
  )
}
