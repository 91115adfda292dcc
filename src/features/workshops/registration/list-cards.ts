import type { TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { placesOf, type WorkshopCardContext, whenText } from '../workshop/cards.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import { badgeOf, isOpen } from '../workshop/stage-cards.ts'
import type { Means } from './cards.ts'

type WorkshopListItem = {
  /** '' under another day of the same series, which shows it. */
  readonly title: SafeText | ''
  readonly when: string
  /** '' likewise. */
  readonly where: string
  readonly state: string
  /** Label and verb of the button: registers where there is no answer yet. */
  readonly act: string
  readonly verb: string
  readonly data: Readonly<Record<string, string | boolean>>
}

type List = TitlePart & {
  readonly items: readonly WorkshopListItem[]
  readonly empty: string
  /** Cursor of the next page; '' on the last one. */
  readonly next: string
  readonly after: string
  /**
   * Address of the person's own calendar, once they have a seat; '' where the button of the next page takes its place.
   */
  readonly feed: string
}

type Asker = Pick<Means, 'after' | 'mayAnswer'> & Partial<Pick<Means, 'mayChange'>>

export type WorkshopListCard = CardOf<'workshops/registration/list', List>

function stateText(words: Words, workshop: WorkshopSeen): string {
  const badge = badgeOf(words, workshop).text
  if (workshop.stage === 'cancelled' || workshop.stage === 'postponed') return badge
  if (workshop.mine === 'yes') return words.say('workshop.joined')
  if (workshop.mine === 'waiting') return words.say('workshop.waiting', { rank: workshop.rank ?? 1 })
  if (workshop.mine === 'offered') return words.say('workshop.toConfirm')
  if (workshop.mine === 'no') return words.say('workshop.declined')
  return badge
}

/**
 * Registers, or joins the waiting list, in one tap where there is no answer; else opens the answer, from where
 * organisers also reach their acts.
 */
function actOf({ say }: Words, workshop: WorkshopSeen, { mayAnswer, mayChange = false, after = '' }: Asker) {
  const { id, mine, stage } = workshop
  const of = { workshop: id, after }
  const asked = mayAnswer && !mayChange && mine === undefined && isOpen(workshop)
  if (asked && stage === 'announced')
    return { act: say('workshop.join'), verb: 'workshops.answer', data: { ...of, answer: 'yes' } }
  if (asked && stage === 'full')
    return {
      act: say('workshop.wait'),
      verb: 'workshops.answer',
      data: { ...of, answer: 'yes', orWait: true },
    }
  const act = say(mayAnswer && (mine !== undefined || mayChange) ? 'workshop.seeMine' : 'workshop.see')
  return { act, verb: 'workshops.mine', data: of }
}

function itemOf(words: Words, workshop: WorkshopSeen, asker: Asker): WorkshopListItem {
  return {
    title: safe(workshop.title),
    when: whenText(words, workshop),
    where: placesOf(words, workshop)
      .map(place => place.text)
      .join(' · '),
    state: stateText(words, workshop),
    ...actOf(words, workshop, asker),
  }
}

/** Groups days of a series under one title, at the first of them. */
function gathered(items: readonly WorkshopSeen[]): readonly (readonly WorkshopSeen[])[] {
  const entry = ({ series, title }: WorkshopSeen, at: number) => (series === '' ? at : `${series} ${title}`)
  return [...Map.groupBy(items, entry).values()]
}

function entryOf(words: Words, days: readonly WorkshopSeen[], asker: Asker): WorkshopListItem[] {
  const [first, ...others] = days.map(each => itemOf(words, each, asker))
  if (!first) return []
  return [
    first,
    ...others.map(each => ({
      ...each,
      title: '' as const,
      where: each.where === first.where ? '' : each.where,
    })),
  ]
}

type Page = { readonly items: readonly WorkshopSeen[]; readonly next?: string }

/** A page of the workshops to come. `after`: the cursor it was asked with; `calendar`: the person's own. */
export function listCard(
  { words }: WorkshopCardContext,
  { items, next = '' }: Page,
  { after = '', mayAnswer, mayChange = false, calendar = '' }: Asker & Partial<Pick<Means, 'calendar'>>,
): WorkshopListCard {
  const data = {
    title: words.say('workshop.list.title'),
    items: gathered(items).flatMap(days => entryOf(words, days, { mayAnswer, mayChange, after })),
    empty: items.length === 0 ? words.say('empty.workshops') : '',
    next,
    after,
    feed: next === '' && items.some(({ mine }) => mine === 'yes' || mine === 'offered') ? calendar : '',
  }
  return { template: 'workshops/registration/list', data }
}
