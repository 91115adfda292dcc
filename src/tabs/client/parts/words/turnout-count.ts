import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { isBeginning, turnoutText } from './ballot-texts.ts'
import type { Translator } from './translator.ts'

/** Turn-out shown to an organiser: the count from the first vote on, with the share once it is meaningful. */
export function turnoutCount(translator: Translator, ballot: BallotView): string {
  const { votes, voters, withheld } = ballot
  if (!voters || withheld === 'few' || !isBeginning(ballot)) return turnoutText(translator, ballot)
  return translator.say('ballot.turnout.begun', { votes, voters })
}
