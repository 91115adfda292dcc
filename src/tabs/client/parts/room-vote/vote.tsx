import { Button } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { RoomVoteView } from '../../../contract/ballots/room-votes.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { BallotSequel, SettleBallot } from '../ideas/ballot-sequel.tsx'
import { useSession } from '../page/context.tsx'
import { outcomeOf } from '../words/ballot-outcome.ts'
import { turnoutText } from '../words/ballot-texts.ts'
import type { RoomVoting } from './use-room-vote.ts'

/** Options with their totals: in the vote's order while it runs, the first ones first once it is closed. */
function Totals({ ballot }: { readonly ballot: BallotView }) {
  const { say } = useSession().translator
  const { options, state, question, kind } = ballot
  if (options.every(({ votes }) => votes === undefined)) return null
  const shown = state === 'closed' ? options.toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0)) : options
  return (
    <ul className="room-vote-ideas" aria-label={question}>
      {shown.map(({ id, title, votes = 0 }) => (
        <li key={id}>
          <span>{title}</span>
          <strong>{say(kind === 'dots' ? 'ballot.points' : 'ballot.count', { count: votes })}</strong>
        </li>
      ))}
    </ul>
  )
}

type CloseProps = { readonly ballot: BallotView; readonly close: RoomVoting['close'] }

/** « Clore maintenant », which nothing undoes: asked once more in place. */
function CloseVote({ ballot, close }: CloseProps) {
  const { say } = useSession().translator
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asking || asked.current) place.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    asked.current = asking
  }, [asking])
  const send = () => act.run(() => close(ballot.id), { text: say('ballot.closed'), about: ballot.question })
  return (
    <div ref={place}>
      {asking && (
        <p>
          <strong>{say('ballot.close.ask')}</strong> {say('ballot.room.close.after')}
        </p>
      )}
      <div className="acts">
        {asking && (
          <ActButton act={act} appearance="primary" onPress={() => void send()}>
            {say('ballot.close')}
          </ActButton>
        )}
        <Button data-first onClick={() => setAsking(!asking)}>
          {say(asking ? 'ballot.close.keep' : 'ballot.close')}
        </Button>
      </div>
      <ActFailure act={act} />
    </div>
  )
}

type Props = {
  readonly vote: RoomVoteView
  readonly voting: RoomVoting
  /** Under what it is now. */
  readonly children?: ReactNode
}

/** The vote that runs, until when and how many voted; or how the last one came out, and what follows. */
export function RoomVoteNow({ vote: { ballot, mayClose }, voting, children }: Props) {
  const { translator } = useSession()
  const { say, time } = translator
  const isOpen = ballot.state === 'open'
  const at = { time: time(ballot.closesAt) }
  return (
    <div className="room-vote-now">
      <p>
        <strong>{ballot.question}</strong>
      </p>
      <p>{say(isOpen ? 'ballot.room.until' : 'harvest.vote.closed', at)}</p>
      {children}
      {!isOpen && <p>{outcomeOf(ballot, translator)}</p>}
      <p className="quiet">{turnoutText(translator, ballot)}</p>
      <Totals ballot={ballot} />
      {isOpen && mayClose && <CloseVote ballot={ballot} close={voting.close} />}
      {!isOpen && <BallotSequel ballot={ballot} />}
      {!isOpen && (
        <SettleBallot ballot={ballot} settle={(none, word) => voting.settle(ballot.id, none, word)} />
      )}
    </div>
  )
}
