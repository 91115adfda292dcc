import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { placesOf, sheetOf, type WorkshopCardContext, whenText } from '../workshop/cards.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import { badgeOf } from '../workshop/stage-cards.ts'

type Day = {
  readonly when: string
  /** '' where it is that of the workshop they come from. */
  readonly name: SafeText | ''
  readonly where: string
  readonly seats: string
  readonly act: string
  readonly verb: string
  readonly data: Readonly<Record<string, string>>
}

type Days = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly items: readonly Day[]
    readonly empty: string
    /** The workshop they come from, and the label of the back button. */
    readonly workshop: string
    readonly backTitle: string
    /** Offset of the next page; '' on the last one. */
    readonly next: string
  }

export type DaysCard = CardOf<'workshops/registration/days', Days>

function dayOf(words: Words, from: WorkshopSeen, day: WorkshopSeen): Day {
  const swap = { verb: 'workshops.swap', data: { workshop: from.id, to: day.id } }
  const join = { verb: 'workshops.answer', data: { workshop: day.id, answer: 'yes' } }
  const places = placesOf(words, day).map(({ text }) => text)
  return {
    when: whenText(words, day),
    name: day.title === from.title ? '' : safe(day.title),
    where: places.join(' · '),
    seats: badgeOf(words, day).text,
    act: words.say('workshop.swap.take', { date: words.shortDay(day.startsAt) }),
    ...(from.mine === 'yes' ? swap : join),
  }
}

/** Days of one series to choose from. `next`: offset of the next page. */
type DaysPage = { readonly days: readonly WorkshopSeen[]; readonly next?: number }

/** Other days with a free seat for the person; theirs is kept until they choose one. */
export function daysCard(
  context: WorkshopCardContext,
  from: WorkshopSeen,
  { days, next }: DaysPage,
): DaysCard {
  const { words } = context
  const { say } = words
  const { icon, kind } = sheetOf(context, from)
  const held = from.mine === 'yes' && from.stage !== 'cancelled'
  const date = words.shortDay(from.startsAt)
  const data = {
    icon,
    kind,
    title: say('workshop.swap.title'),
    items: days.map(day => dayOf(words, from, day)),
    empty: days.length === 0 ? say('workshop.swap.none') : '',
    workshop: from.id,
    backTitle: held ? say('workshop.swap.keep') : say('workshop.swap.back'),
    next: next === undefined ? '' : String(next),
    footer: held ? say('workshop.swap.rules', { date }) : say('workshop.swap.rules.free'),
  }
  return { template: 'workshops/registration/days', data }
}
