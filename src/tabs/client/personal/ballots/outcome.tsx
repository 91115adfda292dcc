import type { BallotView } from '../../../contract/ballots.ts'
import { verdictOf } from '../../parts/words/ballot-outcome.ts'
import { capitalised } from '../../parts/words/capital.ts'
import { useDesk } from '../navigation/context.tsx'

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
