import type { BallotView } from '../../../contract/ballots.ts'
import { isBeginning, turnoutText } from './ballot-texts.ts'
import type { Speech } from './translator.ts'

/** What an organiser is told of those who voted: how many from the first on, and their share once it says something. */
export function turnoutCount(speech: Speech, ballot: BallotView): string {
  const { votes, voters, withheld } = ballot
  if (!voters || withheld === 'few' || !isBeginning(ballot)) return turnoutText(speech, ballot)
  return speech.say('ballot.turnout.begun', { votes, voters })
}
