import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { type BallotSeen, percent } from '../ballot/domain.ts'

/** How many voted: written, '' where nothing is said of it, and as a bar's length in whole per cent, -1 for no bar. */
export type TurnoutData = { readonly turnout: string; readonly turnoutShare: number }

export const NO_TURNOUT: TurnoutData = { turnout: '', turnoutShare: -1 }

/** Votes below which the number of those who have not voted yet would be all that one reads. */
const FIRST = 30

type Voted = Pick<BallotSeen, 'votes' | 'voters' | 'withheld'>

/** Whether so few voted that the turn-out is not told while it runs: a table of ten is told when half of it has. */
export function isBeginning({ votes, voters }: Pick<Voted, 'votes' | 'voters'>): boolean {
  return votes < FIRST && (voters === undefined || 2 * votes < voters)
}

/** Of how many, where that is known. */
export function turnoutText(words: Words, { votes, voters, withheld }: Voted): string {
  if (withheld === 'few') return words.say('ballot.participation.few')
  const count = exact('open-ballot', votes)
  if (!voters) return words.say('ballot.turnout.votes', { votes: count })
  return words.say('ballot.turnout', { votes: count, voters, share: words.share(votes, voters) })
}

/** What somebody who may vote is told of those who did. */
export function turnoutOf(words: Words, ballot: Voted & Pick<BallotSeen, 'stage'>): TurnoutData {
  const { stage, votes, voters } = ballot
  if (stage === 'open' && isBeginning(ballot))
    return votes === 0 ? NO_TURNOUT : { ...NO_TURNOUT, turnout: words.say('ballot.turnout.first') }
  const share = voters && ballot.withheld !== 'few' ? percent(votes, voters) : -1
  return { turnout: turnoutText(words, ballot), turnoutShare: share }
}

/** How many had voted when it ended. */
export function participationText(words: Words, { votes, voters, withheld }: Voted): string {
  if (withheld === 'few') return words.say('ballot.participation.few')
  const count = exact('open-ballot', votes)
  if (voters === undefined) return words.say('ballot.participation.votes', { votes: count })
  return words.say('ballot.participation', { votes: count, voters, share: words.share(votes, voters) })
}
