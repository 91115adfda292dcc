import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { type BallotCardContext, headerOf } from '../ballot/cards.ts'
import type { BallotSeen } from '../ballot/domain.ts'

type FormData = HeaderPart &
  TitlePart &
  FooterPart & { readonly question: SafeText; readonly ballot: string; readonly word: PlainText }
export type SequelFormCard = CardOf<'ballots/sequel/form', FormData>

/** Why nothing follows, in a line. */
export function noneForm({ words }: BallotCardContext, ballot: BallotSeen, typed: string): SequelFormCard {
  return {
    template: 'ballots/sequel/form',
    data: {
      ...headerOf(words, ballot),
      title: words.say('ballot.sequel.form'),
      question: safe(ballot.question),
      ballot: ballot.id,
      word: prefilled(typed),
      footer: words.say('ballot.sequel.form.rules'),
    },
  }
}
