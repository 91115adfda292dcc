import { asOf } from '../../cards/inserted.ts'
import { plain } from '../../cards/text.ts'
import type { PlainText } from '../../kernel/card.ts'
import { button, headerOf, postedCard, turnoutOf, type Voice } from './cards.ts'
import type { BallotResult } from './domain.ts'
import { resultCard } from './total-cards.ts'

/** A ballot that runs, nobody's choice on it, with the moment its votes were counted at. */
export function datedCard(voice: Voice, ballot: BallotResult, now: number) {
  const { words } = voice
  const { template, data } = postedCard(voice, ballot)
  const dated = asOf(words, now, words.say('ballot.seeMine'))
  return { template, data: { ...data, footer: `${data.footer} ${dated}` } }
}

/** A ballot in a message that a person sends, as in its channel. A result needs no date: it is final. */
export function insertedCard(voice: Voice, ballot: BallotResult, now: number) {
  if (ballot.stage === 'open') return datedCard(voice, ballot, now)
  const seeMine = button(voice.words.say('ballot.seeMine'), 'ballots.mine', { ballot: ballot.id })
  return resultCard(voice, ballot, [seeMine])
}

export function titleOf({ question }: BallotResult): PlainText {
  return plain(question)
}

/** One line to choose it by: until when, and how many voted. */
export function factsOf(voice: Voice, ballot: BallotResult): string {
  return `${headerOf(voice.words, ballot).kind} · ${turnoutOf(voice, ballot).turnout}`
}
