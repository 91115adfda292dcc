import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { directionsOf } from '../ballot/audience.ts'
import type { BallotCardContext } from '../ballot/cards.ts'
import { type BallotResult, type BallotSeen, type Option, verdictOf, wholeOf } from '../ballot/domain.ts'

export type Outcome = {
  readonly title: string
  /** The winner's votes and Directions, or the votes of each option in a tie; '' when nobody voted. */
  readonly outcome: string
}

/** Directions that support an option. */
export function supportersOf({ directions }: BallotResult, { id }: Option): number {
  return exact('open-ballot', directions.get(id) ?? 0)
}

/** « 143 voix », « 57 points ». */
export function countOf({ say }: Words, { kind }: Pick<BallotSeen, 'kind'>, votes: number): string {
  const count = exact('open-ballot', votes)
  return kind === 'dots' ? say('ballot.points', { count }) : say('ballot.count', { count })
}

/** Options in a tie that a heading names; with more it gives their number. */
const NAMED = 2

function tieOf({ say }: Words, leaders: readonly Option[]): string {
  if (leaders.length > NAMED) return say('ballot.tie', { count: leaders.length })
  const [first = '', second = ''] = leaders.map(({ title }) => safe(title))
  return say('ballot.tie.two', { first, second })
}

/** How it came out, in a title and a sentence. */
export function outcomeOf({ words, programme }: BallotCardContext, ballot: BallotResult): Outcome {
  const { say } = words
  if (ballot.withheld !== undefined)
    return { title: say(`ballot.${ballot.withheld}`), outcome: say(`ballot.${ballot.withheld}.sub`) }
  const verdict = verdictOf(ballot)
  const votes = exact('open-ballot', ballot.votes)
  switch (verdict.kind) {
    case 'none':
      return { title: say('ballot.none'), outcome: '' }
    case 'no-quorum':
      return {
        title: say('ballot.noQuorum'),
        outcome: say('ballot.noQuorum.sub', { votes, quorum: ballot.quorum }),
      }
    case 'tie': {
      const each = countOf(words, ballot, verdict.leaders[0]?.votes ?? 0)
      return { title: tieOf(words, verdict.leaders), outcome: say('ballot.tie.sub', { each }) }
    }
    default: {
      const { leader } = verdict
      const asked = directionsOf(ballot.audience, programme.directions)
      const all = (asked.length > 0 ? asked : programme.directions).length
      const support = { directions: supportersOf(ballot, leader), all }
      const won = {
        count: countOf(words, ballot, leader.votes),
        total: exact('open-ballot', wholeOf(ballot)),
        ...support,
      }
      return { title: say('ballot.won', { title: safe(leader.title) }), outcome: say('ballot.won.sub', won) }
    }
  }
}
