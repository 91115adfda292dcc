import { plain } from '../../../cards/text.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import { type BallotCardContext, button, headerOf } from '../ballot/cards.ts'
import type { BallotResult } from '../ballot/domain.ts'
import { resultCard } from '../results/cards.ts'
import { turnoutOf } from '../results/turnout-cards.ts'
import { postedCard } from './cards.ts'

/**
 * A ballot inserted into a person's message (message extension): no bot can edit it, so nothing on it may go out of
 * date.
 */
export function insertedCard(context: BallotCardContext, ballot: BallotResult) {
  if (ballot.stage === 'open') return postedCard(context, ballot)
  const seeMine = button(context.words.say('ballot.seeMine'), 'ballots.mine', { ballot: ballot.id })
  const { follows: _, ...fixed } = ballot
  return resultCard(context, fixed, [seeMine])
}

export function titleOf({ question }: BallotResult): PlainText {
  return plain(question)
}

/** One line to recognise it by: until when, and the turn-out where it is shown. */
export function factsOf(context: BallotCardContext, ballot: BallotResult): string {
  const { kind } = headerOf(context.words, ballot)
  return [kind, turnoutOf(context.words, ballot).turnout].filter(text => text !== '').join(' · ')
}
