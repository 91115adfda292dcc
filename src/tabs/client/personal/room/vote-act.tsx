import { Button } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { Call } from '../../data/api/call.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { registeredText, rulesText, uncalledText } from '../../parts/words/ballot-texts.ts'
import { ChoiceField, chosenOf, faultOf } from '../ballots/choice-field.tsx'

type FormProps = {
  readonly call: Call
  readonly ballot: BallotView
  readonly keep: (ballot: BallotView) => void
}

/** The sheet itself: choose, read the rule, vote; then the answer in its place, and the way to another choice. */
function Sheet({ call, ballot, keep }: FormProps) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const [chosen, setChosen] = useState(chosenOf(ballot))
  const [tried, setTried] = useState(false)
  const [changing, change] = useState(false)
  const answer = useRef<HTMLDivElement>(null)
  const voted = ballot.mine !== undefined && !changing
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faultOf(ballot, chosen)) return focusFirstInvalid()
    const choice = [...chosen].map(([option, points]) => ({ option, points }))
    const cast = async () =>
      keep(await call<BallotView>('PUT', pathTo('/ballots', ballot.id, 'vote'), { choice }))
    if (!(await act.run(cast, registeredText(translator, ballot)))) return
    change(false)
    answer.current?.focus()
  }
  if (voted)
    return (
      <div ref={answer} tabIndex={-1} className="room-form">
        <Notice tone="good">
          <strong>{registeredText(translator, ballot)}</strong> {say('only.you')}
        </Notice>
        <Button onClick={() => change(true)}>{say('ballot.change')}</Button>
      </div>
    )
  return (
    <form className="room-form" noValidate onSubmit={event => void send(event)}>
      <div ref={answer} tabIndex={-1}>
        <ChoiceField ballot={ballot} chosen={chosen} onChange={setChosen} tried={tried} />
      </div>
      <p className="quiet">{rulesText(translator, ballot)}</p>
      <ActFailure act={act} />
      <ActButton act={act} type="submit" appearance="primary">
        {say('ballot.vote')}
      </ActButton>
    </form>
  )
}

type Props = { readonly call: Call; readonly ballot: string; readonly done: () => Promise<void> }

/** The room's vote, on one's own phone. */
export function VoteAct({ call, ballot: id, done }: Props) {
  const { translator, me } = useSession()
  const { value: ballot, failure, again, keep } = useReading<BallotView>(`/ballots/${encodeURIComponent(id)}`)
  const state = ballot?.state
  const before = useRef(state)
  useEffect(() => {
    // It closed while it was read: what the room does now is another thing.
    if (before.current === 'open' && state === 'closed') void done()
    before.current = state
  }, [state, done])
  if (!ballot) return <Pending failure={failure} again={again} />
  if (ballot.state === 'closed') return <p>{translator.say('following.vote.closed')}</p>
  if (!ballot.called) return <p>{uncalledText(translator, ballot, me.direction !== undefined)}</p>
  return <Sheet call={call} ballot={ballot} keep={keep} />
}
