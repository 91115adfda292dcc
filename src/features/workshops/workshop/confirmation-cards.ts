import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import type { CardOf } from '../../../kernel/text/card.ts'

type Button = ButtonsPart['buttons'][number]

type Sure = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart & {
    /** Takes nothing from anybody; it comes first. */
    readonly keep: Button
    readonly sure: Button & { readonly style: 'default' | 'destructive' }
  }

/** Asks once more before an act that others lose by, or are written to about. */
export type SureCard = CardOf<'workshops/workshop/sure', Sure>

export function sureCard(data: Sure): SureCard {
  return { template: 'workshops/workshop/sure', data }
}
