import type { BallotView } from '../../contract/ballots.ts'
import { useDesk } from '../page/desk.tsx'
import { capitalised } from '../words/capital.ts'
import type { Speech } from '../words/speech.ts'

/** « « Le relais » arrive en tête », a tie, too few votes to count, or that nobody voted. */
function verdictOf({ options, votes, quorum, withheld }: BallotView, { say }: Speech): string {
  if (withheld) return `${say(`ballot.${withheld}`)}. ${say(`ballot.${withheld}.sub`)}`
  const most = Math.max(...options.map(option => option.votes ?? 0))
  const [first, ...others] = options.filter(option => option.votes === most)
  if (most === 0 || !first) return say('ballot.none')
  if (votes < quorum) return `${say('ballot.noQuorum')}. ${say('ballot.noQuorum.sub', { votes, quorum })}`
  const [second, ...more] = others
  if (second && more.length === 0) return say('ballot.tie.two', { first: first.title, second: second.title })
  if (second) return say('ballot.tie', { count: others.length + 1 })
  return say('ballot.won', { title: first.title })
}

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
