import type { TitlePart } from '../../cards/parts.ts'
import { safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, SafeText } from '../../kernel/card.ts'
import type { Means } from './answer-cards.ts'
import { placesOf, type Voice, whenText } from './cards.ts'
import type { WorkshopSeen } from './domain.ts'
import { badgeOf } from './stage-cards.ts'

export type ListItem = {
  readonly id: string
  readonly title: SafeText
  readonly when: string
  readonly where: string
  readonly state: string
  /** What the button is called. */
  readonly act: string
}

type List = TitlePart & {
  readonly items: readonly ListItem[]
  readonly empty: string
  /** Where the next page starts; '' on the last one. */
  readonly next: string
  readonly after: string
  /** Address of the person's own calendar, once they have a seat; '' where the next page takes its place. */
  readonly feed: string
}

export type ListCard = CardOf<'workshops/list', List>

function stateText(words: Words, workshop: WorkshopSeen): string {
  const badge = badgeOf(words, workshop).text
  if (workshop.stage === 'cancelled' || workshop.stage === 'postponed') return badge
  if (workshop.mine === 'yes') return words.say('workshop.joined')
  if (workshop.mine === 'waiting') return words.say('workshop.waiting', { rank: workshop.rank ?? 1 })
  if (workshop.mine === 'offered') return words.say('workshop.toConfirm')
  if (workshop.mine === 'no') return words.say('workshop.declined')
  return badge
}

function itemOf(words: Words, workshop: WorkshopSeen, mayAnswer: boolean): ListItem {
  return {
    id: workshop.id,
    title: safe(workshop.title),
    when: whenText(words, workshop),
    where: placesOf(words, workshop)
      .map(place => place.text)
      .join(' · '),
    state: stateText(words, workshop),
    act: words.say(mayAnswer ? 'workshop.seeMine' : 'workshop.see'),
  }
}

type Page = { readonly items: readonly WorkshopSeen[]; readonly next?: string }

/** A page of the workshops to come. `after`: the cursor it was asked with; `calendar`: the person's own. */
export function listCard(
  { words }: Voice,
  { items, next = '' }: Page,
  {
    after = '',
    mayAnswer,
    calendar = '',
  }: Pick<Means, 'after' | 'mayAnswer'> & Partial<Pick<Means, 'calendar'>>,
): ListCard {
  const data = {
    title: words.say('workshop.list.title'),
    items: items.map(workshop => itemOf(words, workshop, mayAnswer)),
    empty: items.length === 0 ? words.say('empty.workshops') : '',
    next,
    after,
    feed: next === '' && items.some(({ mine }) => mine === 'yes' || mine === 'offered') ? calendar : '',
  }
  return { template: 'workshops/list', data }
}
