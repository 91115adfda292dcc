import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { ICON } from '../ballot/cards.ts'

type TableData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly table: PlainText
    readonly workshop: string
    readonly nonce: string
  }
export type TableCard = CardOf<'ballots/table-votes/form', TableData>

type Asked = { readonly id: string; readonly title: string }

/** Asks which table is to vote. */
export function tableCard(words: Words, workshop: Asked, nonce: string, table: string): TableCard {
  return {
    template: 'ballots/table-votes/form',
    data: {
      icon: ICON,
      kind: words.say('idea.gathering', { title: safe(workshop.title) }),
      title: words.say('ballot.table.form'),
      table: plain(table),
      workshop: workshop.id,
      nonce,
      footer: words.say('ballot.table.rules'),
    },
  }
}
