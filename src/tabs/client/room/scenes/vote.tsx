import { SECOND } from '../../../../kernel/time/clock.ts'
import type { RoomBallotView } from '../../../contract/room/room.ts'
import { BallotOptions } from '../parts/ballot-options.tsx'
import { useStage } from '../parts/context.tsx'
import { useNow } from '../parts/use-now.ts'

const KIND = {
  single: 'screen.vote.single',
  approval: 'screen.vote.approval',
  dots: 'screen.vote.dots',
} as const

function Rules({ ballot: { kind, secret, closesAt, closed } }: { ballot: RoomBallotView }) {
  const { clock, translator } = useStage()
  const now = useNow(clock, 5 * SECOND)
  const over = closed || now >= closesAt
  const { say, time } = translator
  return (
    <p className="vote-rules">
      <span>{say(KIND[kind])}</span>
      {secret && <span>{say('screen.vote.secret')}</span>}
      <strong>{over ? say('screen.vote.closed') : say('screen.vote.until', { time: time(closesAt) })}</strong>
    </p>
  )
}

function Received({ votes }: Pick<RoomBallotView, 'votes'>) {
  const { say } = useStage().translator
  if (votes === undefined) return null
  return (
    <p className="votes">{votes > 0 ? say('screen.vote.received', { votes }) : say('screen.vote.phone')}</p>
  )
}

/** What the room is asked, how, and until when. */
export function VoteScene({ ballot }: { ballot: RoomBallotView }) {
  return (
    <div className="vote">
      <BallotOptions ballot={ballot} options={ballot.options} />
      <footer className="vote-foot">
        <Received votes={ballot.votes} />
        <Rules ballot={ballot} />
      </footer>
    </div>
  )
}
