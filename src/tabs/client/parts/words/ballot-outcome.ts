import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { Translator } from './translator.ts'

/** Why there is no result yet, or none at all. */
const WITHHELD = {
  counting: ['ballot.counting', 'ballot.counting.sub'],
  few: ['ballot.few', 'ballot.few.sub'],
} as const

/** With how much each of a tie, and what follows from it. */
function tieText({ say }: Translator, { kind }: BallotView, most: number): string {
  return say('ballot.tie.sub', {
    each: say(kind === 'dots' ? 'ballot.points' : 'ballot.count', { count: most }),
  })
}

/** « « Le relais » arrive en tête », a tie, no quorum, or no votes: as on the card. */
export function outcomeOf(ballot: BallotView, translator: Translator): string {
  const { options, votes, quorum, withheld } = ballot
  const { say } = translator
  if (withheld) {
    const [what, why] = WITHHELD[withheld]
    return `${say(what)}. ${say(why)}`
  }
  const most = Math.max(...options.map(option => option.votes ?? 0))
  const [first, ...others] = options.filter(option => option.votes === most)
  if (most === 0 || !first) return say('ballot.none')
  if (votes < quorum) return `${say('ballot.noQuorum')}. ${say('ballot.noQuorum.sub', { votes, quorum })}`
  const [second, ...more] = others
  if (!second) return say('ballot.won', { title: first.title })
  const two = { first: first.title, second: second.title }
  const tie = more.length === 0 ? say('ballot.tie.two', two) : say('ballot.tie', { count: others.length + 1 })
  return `${tie}. ${tieText(translator, ballot, most)}`
}
