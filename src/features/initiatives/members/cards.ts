import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { headerOf, type InitiativeAxes } from '../initiative/cards.ts'
import type { SheetSeen } from '../initiative/domain.ts'

type HeirsData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly initiative: string
    readonly heirs: readonly { readonly title: string; readonly value: string }[]
  }

export type HeirsCard = CardOf<'initiatives/members/heirs', HeirsData>

/** Asks whom it is handed over to. */
export function heirsForm(words: Words, axes: InitiativeAxes, sheet: SheetSeen): HeirsCard {
  return {
    template: 'initiatives/members/heirs',
    data: {
      ...headerOf(words, axes, sheet),
      title: safe(sheet.title),
      initiative: sheet.id,
      heirs: sheet.heirs.map(({ id, name }) => ({ title: plain(name), value: id })),
      footer: words.say('initiative.hand-over.rules'),
    },
  }
}
