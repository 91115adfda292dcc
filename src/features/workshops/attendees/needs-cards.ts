import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled } from '../../../cards/text.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { sheetOf, type WorkshopCardContext } from '../workshop/cards.ts'
import type { Workshop } from '../workshop/domain.ts'

type Needs = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly workshop: string
    readonly text: PlainText
    /** Whether there is a text to delete. */
    readonly said: boolean
  }

export type NeedsCard = CardOf<'workshops/attendees/needs', Needs>

/** Form for one's needs. `typed`: a refused text. */
export function needsCard(
  context: WorkshopCardContext,
  workshop: Workshop,
  said: string,
  typed = said,
): NeedsCard {
  const { icon, kind, title } = sheetOf(context, workshop)
  const data = { icon, kind, title, workshop: workshop.id, text: prefilled(typed), said: said !== '' }
  return {
    template: 'workshops/attendees/needs',
    data: { ...data, footer: context.words.say('workshop.needs.consent') },
  }
}
