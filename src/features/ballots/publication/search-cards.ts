import { plain } from '../../../cards/text.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import { type BallotCardContext, button, headerOf } from '../ballot/cards.ts'
import type { BallotResult } from '../ballot/domain.ts'
import { resultCard } from '../results/cards.ts'
import { turnoutOf } from '../results/turnout-cards.ts'
import { postedCard } from './cards.ts'

/** A ballot in a message that a person sends, as in its channel: no bot can edit it, and nothing on it ages. */
export function insertedCard(voice: BallotCardContext, ballot: BallotResult) {
  if (ballot.stage === 'open') return postedCard(voice, ballot)
  const seeMine = button(voice.words.say('ballot.seeMine'), 'ballots.mine', { ballot: ballot.id })
  return resultCard(voice, ballot, [seeMine])
}

export function titleOf({ question }: BallotResult): PlainText {
  return plain(question)
}

/** One line to choose it by: until when, and how many voted, where that is told. */
export function factsOf(voice: BallotCardContext, ballot: BallotResult): string {
  const { kind } = headerOf(voice.words, ballot)
  return [kind, turnoutOf(voice.words, ballot).turnout].filter(text => text !== '').join(' · ')
}
