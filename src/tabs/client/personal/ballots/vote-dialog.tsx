import { useId, useRef, useState } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { CopyLink } from '../../parts/actions/copy-link.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { focusFirstField, focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { registeredText, rulesText } from '../../parts/words/ballot-texts.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'
import { ChoiceField, chosenOf, faultOf } from './choice-field.tsx'
import { DirectionTurnouts } from './direction-turnouts.tsx'
import { BallotOutcome } from './outcome.tsx'
import { Totals } from './totals.tsx'

function Link({ ballot: { id, question } }: { ballot: BallotView }) {
  return <CopyLink of={{ kind: 'ballot', id }} name={question} />
}

/** The rules: in full before the vote and read out when the dialog opens; folded afterwards. */
function Rules({ ballot, id, folded }: { ballot: BallotView; id: string; folded: boolean }) {
  const { translator } = usePersonalTab()
  const text = rulesText(translator, ballot)
  if (folded)
    return (
      <details className="vote-rules">
        <summary>{translator.say('ballots.rules')}</summary>
        <p className="quiet">{text}</p>
        <Link ballot={ballot} />
      </details>
    )
  return (
    <p className="quiet" id={id}>
      {text}
    </p>
  )
}

/** The answer in the question's place: done, or why not, and the totals. It takes the focus, as the button that was pressed is gone. */
function Answer({ ballot, voted, act }: { ballot: BallotView; voted: boolean; act: ActState }) {
  const { translator } = usePersonalTab()
  return (
    <ScrollStop>
      {voted && act.busy && <Notice tone="neutral">{translator.say('tab.ballot.sending')}</Notice>}
      {voted && !act.busy && (
        <Notice tone="good">
          <strong>{registeredText(translator, ballot)}</strong> {translator.say('only.you')}
        </Notice>
      )}
      <ActFailure act={act} />
      {ballot.state === 'closed' && <BallotOutcome ballot={ballot} />}
      <Totals ballot={ballot} />
      <DirectionTurnouts ballot={ballot} />
    </ScrollStop>
  )
}

/** How it stands, for who wants to know before choosing. */
function SoFar({ ballot }: { ballot: BallotView }) {
  const { translator } = usePersonalTab()
  return (
    <details className="vote-rules">
      <summary>{translator.say('ballot.totals')}</summary>
      <Totals ballot={ballot} />
    </details>
  )
}

type Props = { readonly request: Extract<DialogRequest, { kind: 'vote' }>; readonly finish: Finish }

/** Choose, read the rule, vote; then the totals take the question's place, which comes back if the vote is refused. */
export function VoteDialog({ request, finish }: Props) {
  const { translator, acts, values } = usePersonalTab()
  const act = useAct()
  const rules = useId()
  const ballot = values.ballots?.find(({ id }) => id === request.ballot) ?? request.found
  const [chosen, setChosen] = useState(chosenOf(ballot))
  const [tried, setTried] = useState(false)
  const [voted, setVoted] = useState(false)
  /** A dialog closed meanwhile stays until the vote is registered, so that a refusal is seen. */
  const leaving = useRef(false)
  if (!ballot) return null
  const send = async () => {
    setTried(true)
    if (faultOf(ballot, chosen)) return focusFirstInvalid()
    request.begun?.()
    const choice = [...chosen].map(([option, points]) => ({ option, points }))
    const sent = act.run(() => acts.vote(ballot, choice), registeredText(translator, ballot), true)
    setVoted(true)
    const done = await sent
    if (done && leaving.current) return finish()
    if (done) return
    leaving.current = false
    setVoted(false)
    focusFirstField()
  }
  const answered = voted || request.looking === true || ballot.state === 'closed' || !ballot.called
  const folded = answered && ballot.state === 'open' && ballot.mine !== undefined
  const submit = { word: translator.say('ballot.vote'), act, send: () => void send() }
  return (
    <Frame
      title={ballot.question}
      close={() => {
        if (voted && act.busy) leaving.current = true
        else finish()
      }}
      {...(answered ? { closeWord: translator.say('tab.close') } : { submit, describedBy: rules })}
    >
      {answered && <Answer ballot={ballot} voted={voted} act={act} />}
      {!answered && <ChoiceField ballot={ballot} chosen={chosen} onChange={setChosen} tried={tried} />}
      {ballot.state === 'open' && <Rules ballot={ballot} id={rules} folded={folded} />}
      {!answered && <SoFar ballot={ballot} />}
      {answered && !folded && <Link ballot={ballot} />}
    </Frame>
  )
}
