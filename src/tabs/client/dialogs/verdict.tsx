import type { BallotView } from '../../contract/ballots.ts'
import { useDesk } from '../page/desk.tsx'
import { capitalised } from '../words/capital.ts'
import { verdictOf } from '../words/verdict.ts'

/** How a ballot that is closed came out, and when it closed. */
export function Verdict({ ballot }: { ballot: BallotView }) {
  const { speech } = useDesk()
  const when = { date: speech.shortDay(ballot.closesAt), time: speech.time(ballot.closesAt) }
  return (
    <div>
      <p className="words">{verdictOf(ballot, speech)}</p>
      <p className="quiet">{capitalised(speech.say('ballot.closedAt', when))}</p>
    </div>
  )
}
