import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { BallotSequel, SettleBallot } from '../../parts/ideas/ballot-sequel.tsx'
import { outcomeOf } from '../../parts/words/ballot-outcome.ts'
import { capitalised } from '../../parts/words/capital.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** How a ballot that is closed came out, when it closed, and what follows. */
export function BallotOutcome({ ballot }: { ballot: BallotView }) {
  const { translator, acts } = usePersonalTab()
  const when = { date: translator.shortDay(ballot.closesAt), time: translator.time(ballot.closesAt) }
  return (
    <div>
      <p className="words">{outcomeOf(ballot, translator)}</p>
      <p className="quiet">{capitalised(translator.say('ballot.closedAt', when))}</p>
      <BallotSequel ballot={ballot} />
      <SettleBallot ballot={ballot} settle={(none, word) => acts.settleBallot(ballot.id, none, word)} />
    </div>
  )
}
