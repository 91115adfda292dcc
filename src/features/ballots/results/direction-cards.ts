import type { ButtonsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import { STEP } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { type DirectionTurnout, directionsOf } from '../ballot/audience.ts'
import { type BallotButton, type BallotCardContext, button, headerOf } from '../ballot/cards.ts'
import type { BallotSeen } from '../ballot/domain.ts'

type Line = { readonly title: SafeText; readonly figures: string; readonly mine: boolean }

type DirectionsData = HeaderPart &
  TitlePart &
  ButtonsPart &
  FooterPart & { readonly outcome: string; readonly lines: readonly Line[] }

export type DirectionsCard = CardOf<'ballots/results/directions', DirectionsData>

/** Leads from a result to the turn-out by Direction, where it asked Directions as a whole. */
export function directionButtons(
  { words, programme }: BallotCardContext,
  ballot: BallotSeen,
): readonly BallotButton[] {
  const { say } = words
  const { id, audience, votes } = ballot
  // With a single Direction the total says the same.
  const cut = votes >= STEP && directionsOf(audience, programme.directions).length > 1
  return cut ? [button(say('ballot.byDirection'), 'ballots.directions', { ballot: id })] : []
}

/** Turn-out by Direction in the programme's order, never by figure: nobody is ranked. */
export function directionsCard(
  { words }: BallotCardContext,
  ballot: BallotSeen,
  turnouts: readonly DirectionTurnout[],
): DirectionsCard {
  const lines = turnouts.map(({ direction: { name, headcount: voters }, votes, share, small }) => ({
    title: safe(name),
    figures: small
      ? words.say('ballot.direction.small')
      : words.say('ballot.direction', { votes, voters, share: words.share(share, 100) }),
    mine: false,
  }))
  const absent = ballot.stage === 'closed' ? 'ballot.byDirection.kept' : 'ballot.byDirection.wait'
  return {
    template: 'ballots/results/directions',
    data: {
      ...headerOf(words, ballot),
      title: words.say('ballot.byDirection.title'),
      outcome: lines.length > 0 ? safe(ballot.question) : words.say(absent),
      lines,
      buttons: [button(words.say('ballot.byDirection.back'), 'ballots.totals', { ballot: ballot.id })],
      footer: words.say('ballot.byDirection.note'),
    },
  }
}
