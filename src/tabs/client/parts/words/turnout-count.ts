import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { isBeginning, turnoutText } from './ballot-texts.ts'
import type { Translator } from './translator.ts'

/** What an organiser is told of those who voted: how many from the first on, and their share once it says something. */
export function turnoutCount(translator: Translator, ballot: BallotView): string {
  const { votes, voters, withheld } = ballot
  if (!voters || withheld === 'few' || !isBeginning(ballot)) return turnoutText(translator, ballot)
  return translator.say('ballot.turnout.begun', { votes, voters })
}
