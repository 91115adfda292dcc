import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { type BallotSeen, percent } from '../ballot/domain.ts'

/** Turn-out: as text, '' where it is not shown, and as the length of a bar in whole per cent, -1 for no bar. */
export type TurnoutData = { readonly turnout: string; readonly turnoutShare: number }

export const NO_TURNOUT: TurnoutData = { turnout: '', turnoutShare: -1 }

/** Below this many votes the turn-out would mainly show who has not voted yet. */
const FIRST = 30

type Voted = Pick<BallotSeen, 'votes' | 'voters' | 'withheld'>

/** Whether the turn-out is not shown yet: below `FIRST` votes, and below half of a smaller audience. */
export function isBeginning({ votes, voters }: Pick<Voted, 'votes' | 'voters'>): boolean {
  return votes < FIRST && (voters === undefined || 2 * votes < voters)
}

/** With the size of the audience where it is known. */
export function turnoutText(words: Words, { votes, voters, withheld }: Voted): string {
  if (withheld === 'few') return words.say('ballot.participation.few')
  const count = exact('open-ballot', votes)
  if (!voters) return words.say('ballot.turnout.votes', { votes: count })
  return words.say('ballot.turnout', { votes: count, voters, share: words.share(votes, voters) })
}

/** The turn-out shown to somebody who may vote. */
export function turnoutOf(words: Words, ballot: Voted & Pick<BallotSeen, 'stage'>): TurnoutData {
  const { stage, votes, voters } = ballot
  if (stage === 'open' && isBeginning(ballot))
    return votes === 0 ? NO_TURNOUT : { ...NO_TURNOUT, turnout: words.say('ballot.turnout.first') }
  const share = voters && ballot.withheld !== 'few' ? percent(votes, voters) : -1
  return { turnout: turnoutText(words, ballot), turnoutShare: share }
}

/** The final turn-out. */
export function participationText(words: Words, { votes, voters, withheld }: Voted): string {
  if (withheld === 'few') return words.say('ballot.participation.few')
  const count = exact('open-ballot', votes)
  if (voters === undefined) return words.say('ballot.participation.votes', { votes: count })
  return words.say('ballot.participation', { votes: count, voters, share: words.share(votes, voters) })
}
