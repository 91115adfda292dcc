import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import type { CardOf } from '../../../kernel/text/card.ts'

type Button = ButtonsPart['buttons'][number]

type Sure = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart & {
    /** Cancels the act; listed first. */
    readonly keep: Button
    readonly sure: Button & { readonly style: 'default' | 'destructive' }
  }

/** Confirmation before an act by which others lose something or are notified. */
export type SureCard = CardOf<'workshops/workshop/sure', Sure>

export function sureCard(data: Sure): SureCard {
  return { template: 'workshops/workshop/sure', data }
}
