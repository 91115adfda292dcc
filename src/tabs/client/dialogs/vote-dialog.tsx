import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { BallotView } from '../../contract/ballots.ts'
import { ActFailure, type ActState, useAct } from '../page/act.tsx'
import { useDesk } from '../page/desk.tsx'
import { Notice } from '../page/notice.tsx'
import type { Finish } from './dialogs.tsx'
import { focusFirstInvalid } from './focus.ts'
import { Frame } from './frame.tsx'
import type { DialogRequest } from './request.ts'
import { ScrollStop } from './scroll-stop.tsx'
import { Totals } from './totals.tsx'
import { Verdict } from './verdict.tsx'

function Rules({ ballot }: { ballot: BallotView }) {
  const { speech } = useDesk()
  const when = { date: speech.shortDay(ballot.closesAt), time: speech.time(ballot.closesAt) }
  return <p className="quiet">{speech.say('ballot.rules.open', when)}</p>
}

type ChoiceProps = { ballot: BallotView; choice: string; onChange: (option: string) => void; tried: boolean }

function Choice({ ballot, choice, onChange, tried }: ChoiceProps) {
  const { speech } = useDesk()
  const message = tried && !choice ? { validationMessage: speech.say('refusal.choice-missing') } : {}
  return (
    <Field label={speech.say('ballot.choice')} required {...message}>
      <RadioGroup value={choice} onChange={(_, data) => onChange(data.value)}>
        {ballot.options.map(option => (
          <Radio key={option.id} value={option.id} label={option.title} />
        ))}
      </RadioGroup>
    </Field>
  )
}

/** The answer in the question's place: done, or why not, and the totals. It takes the focus, as the button that was pressed is gone. */
function Answer({ ballot, voted, act }: { ballot: BallotView; voted: boolean; act: ActState }) {
  const { speech } = useDesk()
  return (
    <ScrollStop>
      {voted && (
        <Notice tone="good">
          <strong>{speech.say('ballot.registered')}</strong> {speech.say('only.you')}
        </Notice>
      )}
      <ActFailure act={act} />
      {ballot.state === 'closed' && <Verdict ballot={ballot} />}
      <Totals ballot={ballot} />
    </ScrollStop>
  )
}

type Props = { readonly request: Extract<DialogRequest, { kind: 'vote' }>; readonly finish: Finish }

/** Choose, read the rule, vote; then the totals take the question's place. */
export function VoteDialog({ request, finish }: Props) {
  const { speech, acts, values } = useDesk()
  const act = useAct()
  const ballot = values.ballots?.find(({ id }) => id === request.ballot)
  const [choice, setChoice] = useState(ballot?.mine?.[0]?.option ?? '')
  const [tried, setTried] = useState(false)
  const [voted, setVoted] = useState(false)
  if (!ballot) return null
  const send = async () => {
    setTried(true)
    if (!choice) return focusFirstInvalid()
    request.begun?.()
    if (await act.run(() => acts.vote(ballot.id, choice), speech.say('ballot.registered'))) setVoted(true)
  }
  const answered = voted || request.looking === true || ballot.state === 'closed'
  const submit = { word: speech.say('ballot.vote'), act, send: () => void send() }
  return (
    <Frame
      title={ballot.question}
      close={() => finish()}
      {...(answered ? { closeWord: speech.say('tab.close') } : { submit })}
    >
      {answered && <Answer ballot={ballot} voted={voted} act={act} />}
      {!answered && <Choice ballot={ballot} choice={choice} onChange={setChoice} tried={tried} />}
      {!answered && <Rules ballot={ballot} />}
    </Frame>
  )
}
