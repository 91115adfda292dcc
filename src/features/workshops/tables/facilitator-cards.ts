import type { FactsPart, FooterPart, FootPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { foot, type Message } from '../../messages/index.ts'
import { sheetOf, type WorkshopCardContext } from '../workshop/cards.ts'
import type { Workshop } from '../workshop/domain.ts'
import type { Leader } from './domain.ts'

type Facilitating = HeaderPart &
  TitlePart &
  FactsPart &
  FootPart &
  FooterPart &
  TabPart & { readonly workshop: string }

export type FacilitatingCard = CardOf<'workshops/tables/facilitating', Facilitating>

/** « Vous animez l’atelier « … », à la table 4 » */
export function leadingSentence(
  { say }: Words,
  { title }: Pick<Workshop, 'title'>,
  leader: Leader | undefined,
) {
  if (!leader) return say('facilitating.over')
  const { table } = leader
  const params = { title: safe(title) }
  return table === undefined ? say('facilitating', params) : say('facilitating.table', { ...params, table })
}

/** Notifies a facilitator, with the current table. */
export function facilitatingCard(
  context: WorkshopCardContext,
  workshop: Workshop,
  message: Pick<Message, 'id' | 'round'>,
): FacilitatingCard {
  const { icon, kind, title, facts } = sheetOf(context, workshop)
  const { words } = context
  const inTab = { tab: 'organiser', wanted: `workshops:${workshop.id}` } as const
  const data = { icon, kind, title, facts, inTab, workshop: workshop.id, ...foot(words, message) }
  return {
    template: 'workshops/tables/facilitating',
    data: { ...data, footer: words.say('facilitating.rules') },
  }
}
