import type { FooterPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, prefilledLines, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import { capitalised } from '../workshop/capitalisation.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import { dayTitle } from './cards.ts'
import type { SeriesSeen } from './domain.ts'
import type { RulesFields } from './form.ts'

type Choice = { readonly title: PlainText; readonly value: string }

type Rules = TitlePart &
  FooterPart & {
    readonly fields: Readonly<Record<'quotas' | 'openDate' | 'openTime', PlainText>> &
      Readonly<Record<'reserved' | 'releaseDays' | 'closeDays' | 'confirmHours', number>>
    readonly series: string
    /** Quotas are on. */
    readonly byDirection: boolean
  }

type QuotaData = TitlePart &
  FooterPart & {
    readonly series: string
    /** Seats to share out, day by day. */
    readonly lines: readonly { readonly text: string }[]
    readonly choices: readonly Choice[]
    /** Ids separated by commas. */
    readonly chosen: string
    readonly quotas: PlainText
  }

export type RulesCard = CardOf<'workshops/series/rules', Rules> | CardOf<'workshops/series/quotas', QuotaData>

/** « Places et quotas »: form for the seat rules of all days. */
export function rulesFormCard(words: Words, { id, days }: SeriesSeen, fields: RulesFields) {
  const data = {
    title: words.say('series.rules.form'),
    series: id,
    fields: {
      quotas: prefilled(fields.quotas),
      openDate: prefilled(fields.openDate),
      openTime: prefilled(fields.openTime),
      reserved: Number(fields.reserved) || 0,
      releaseDays: Number(fields.releaseDays) || 0,
      closeDays: Number(fields.closeDays) || 0,
      confirmHours: Number(fields.confirmHours) || 0,
    },
    byDirection: days.some(({ quotas }) => quotas),
    footer: words.say('series.rules.footer'),
  }
  return { template: 'workshops/series/rules', data } satisfies RulesCard
}

type QuotaParts = {
  readonly words: Words
  readonly series: SeriesSeen
  /** Days with quotas, and the ones chosen. */
  readonly days: readonly WorkshopSeen[]
  readonly chosen: readonly string[]
  /** Text of the field, a Direction a line. */
  readonly quotas: string
  /** Names Directions without a seat; '' when each has one. */
  readonly without: string
}

type Named = Pick<Programme, 'directions'>

/** « 2 Directions n’ont aucune place : …  »; '' when each has one. */
export function withoutText({ say }: Words, quotas: SeatQuotas, { directions }: Named): string {
  const names = directions.filter(({ id }) => (quotas.get(id) ?? 0) === 0).map(({ name }) => safe(name))
  return names.length === 0 ? '' : say('plan.quotas.none', { count: names.length, names: names.join(', ') })
}

/** Quota form: a line per Direction, and the days that they are for. */
export function quotaFormCard({ words, series, days, chosen, quotas, without }: QuotaParts) {
  const seats = (day: WorkshopSeen) => day.capacity - day.reserved
  const released = days.some(({ releaseAt }) => releaseAt !== null)
  const titled = (day: WorkshopSeen) =>
    words.say('series.quotas.day', { day: dayTitle(words, day), count: seats(day) })
  const data = {
    title: words.say('series.quotas'),
    series: series.id,
    lines: [words.say('series.quotas.how'), ...(without === '' ? [] : [without])].map(text => ({ text })),
    choices: days.map(day => ({ title: plain(capitalised(words, titled(day))), value: day.id })),
    chosen: chosen.join(),
    quotas: prefilledLines(quotas),
    footer: words.say(released ? 'series.quotas.footer' : 'series.quotas.footer.never'),
  }
  return { template: 'workshops/series/quotas', data } satisfies RulesCard
}
