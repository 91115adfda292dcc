import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import { type WorkshopCardContext, whenText } from '../workshop/cards.ts'
import { hasBegun, isToCome, type WorkshopSeen } from '../workshop/domain.ts'
import { dayLine, dayTitle, seriesBadge, seriesHead } from './cards.ts'
import type { SeriesSeen, SeriesStage } from './domain.ts'

type Button = ButtonsPart['buttons'][number]
type Open = { readonly title: string; readonly tooltip: string }

type Sheet = HeaderPart &
  TitlePart &
  FactsPart &
  ButtonsPart &
  TabPart &
  FooterPart & {
    readonly description: SafeText | ''
    /** Seats of each Direction, for the days that share them. */
    readonly quotas: readonly { readonly text: string }[]
    readonly days: readonly {
      readonly id: string
      readonly open: Open & { readonly verb: string }
      readonly when: string
      readonly where: string
      readonly state: string
    }[]
  }

type List = TitlePart &
  ButtonsPart & {
    readonly items: readonly {
      readonly id: string
      readonly open: Open
      readonly title: SafeText
      readonly when: string
      readonly state: string
    }[]
    readonly empty: string
  }

export type SeriesSheetCard = CardOf<'workshops/series/sheet', Sheet>
export type SeriesListCard = CardOf<'workshops/series/list', List>

/** Bytes for quotas, so that the card stays under 28 kB with all else at its longest. */
const QUOTAS_SIZE = 5_000

type SheetParts = WorkshopCardContext & {
  readonly programme: Pick<Programme, 'axis' | 'directions'>
  /** Quotas of each day, by its id; days without quotas are absent. */
  readonly quotas: ReadonlyMap<string, SeatQuotas>
}

/** « Quotas, jeudi 22 avril, 9 h 30 et …: Direction des finances 12, … »: once for days that share them. */
function quotaFacts({ words, programme, quotas }: SheetParts, days: readonly WorkshopSeen[]): string[] {
  const text = (own: SeatQuotas) =>
    programme.directions
      .flatMap(({ id, name }) => ((own.get(id) ?? 0) > 0 ? [`${safe(name)} ${own.get(id)}`] : []))
      .join(', ')
  const shared = Map.groupBy(
    days.filter(
      ({ id, stage }) => quotas.has(id) && (stage === 'draft' || stage === 'postponed' || isToCome(stage)),
    ),
    ({ id }) => text(quotas.get(id) ?? new Map()),
  )
  const said = [...shared].map(([seats, alike]) =>
    words.say('series.quotas.fact', { days: alike.map(day => dayTitle(words, day)).join(' · '), seats }),
  )
  let left = QUOTAS_SIZE
  const shown = said.filter(text => {
    left -= Buffer.byteLength(text)
    return left >= 0
  })
  return shown.length < said.length ? [...shown, words.say('series.quotas.more')] : shown
}

/** When registration opens, and when each day's reserved seats are released, as settings of the first day. */
function rulesFacts(words: Words, [first]: readonly WorkshopSeen[]): string[] {
  if (!first) return []
  const { opensAt, reserved, releaseAt, quotas } = first
  const moment = (at: number) => ({ date: words.shortDay(at), time: words.time(at) })
  const held = reserved > 0 || quotas
  return [
    ...(opensAt === null ? [] : [words.say('series.opens', moment(opensAt))]),
    ...(reserved === 0 ? [] : [words.say('series.reserved', { count: reserved })]),
    ...(held && releaseAt !== null ? [words.say('series.released', moment(releaseAt))] : []),
  ]
}

/** Six at most, likeliest first, by the stage of the series. */
function buttonsOn({ say }: Words, { id, days, stage }: SeriesSeen, asked: boolean): Button[] {
  const act = (title: string, verb: string, more: object = {}): Button => ({
    title,
    verb: `workshops.${verb}`,
    data: { series: id, ...more },
  })
  const drafts = days.some(day => day.stage === 'draft')
  const running = stage !== 'over' && stage !== 'cancelled'
  const announce = act(say(stage === 'draft' ? 'series.announce' : 'series.announce.more'), 'series-where')
  const list = { title: say('series.list'), verb: 'workshops.series-list', data: {} }
  if (!running) return [list]
  if (asked && stage === 'draft')
    return [act(say('series.remove.sure'), 'series-remove'), act(say('series.remove.not'), 'series')]
  return [
    ...(drafts ? [announce] : []),
    act(say('series.day.add'), 'day-form'),
    ...(days.length > 0 ? [act(say('series.rules.form'), 'rules-form')] : []),
    act(say('series.edit'), 'series-form'),
    ...(stage === 'draft' ? [act(say('series.remove'), 'series', { asked: true })] : []),
    ...(stage === 'draft' || drafts ? [] : [act(say('series.cancel'), 'call-off-form')]),
    list,
  ]
}

const FOOTERS: Readonly<Partial<Record<SeriesStage, 'series.sheet.draft' | 'series.sheet.over'>>> = {
  draft: 'series.sheet.draft',
  over: 'series.sheet.over',
  cancelled: 'series.sheet.over',
}

/** A day that began or was called off cannot be changed: the button opens its own card, with its summary for one. */
function openOf(words: Words, day: WorkshopSeen): Open & { readonly verb: string } {
  const settled = hasBegun(day.stage) || day.stage === 'cancelled'
  const act = words.say(settled ? 'workshop.see' : 'series.day.open')
  const tooltip = words.say('act.on', { act, text: plain(dayTitle(words, day)) })
  return { title: act, tooltip, verb: settled ? 'workshops.mine' : 'workshops.day-form' }
}

/**
 * A series as its organisers prepare and follow it: days and seat counts, without names. `asked`: asks to confirm
 * deletion.
 */
export function seriesSheetCard(parts: SheetParts, series: SeriesSeen, asked = false): SeriesSheetCard {
  const { words } = parts
  const rowOf = (day: WorkshopSeen) => ({
    id: day.id,
    open: openOf(words, day),
    ...dayLine(parts, day, series, true),
  })
  const capacity = series.days.reduce((sum, day) => sum + day.capacity, 0)
  const size = words.say('series.size', { count: series.days.length, capacity })
  const facts = [size, ...rulesFacts(words, series.days)]
  return {
    template: 'workshops/series/sheet',
    data: {
      ...seriesHead(parts, series, true),
      inTab: { tab: 'organiser', wanted: `workshops:series:${series.id}` },
      facts: facts.map((text, at) => ({ icon: at === 0 ? 'CalendarLtr' : 'People', text })),
      days: series.days.map(rowOf),
      quotas: quotaFacts(parts, series.days).map(text => ({ text })),
      buttons: buttonsOn(words, series, asked),
      footer: words.say(FOOTERS[series.stage] ?? 'series.sheet.announced'),
    },
  }
}

type Page = { readonly items: readonly SeriesSeen[]; readonly next?: string }

/** « Mes séries », the newest first. */
export function seriesListCard({ words }: WorkshopCardContext, { items, next }: Page): SeriesListCard {
  const { say } = words
  const act = say('series.open')
  const itemOf = (series: SeriesSeen) => ({
    id: series.id,
    open: { title: act, tooltip: say('act.on', { act, text: plain(series.title) }) },
    title: safe(series.title),
    when: series.days[0] ? whenText(words, series.days[0]) : say('series.day.none'),
    state: [say('series.days', { count: series.days.length }), seriesBadge(words, series, true).text].join(
      ' · ',
    ),
  })
  const more = {
    title: say('workshop.list.next'),
    verb: 'workshops.series-list',
    data: { after: next ?? '' },
  }
  const fresh = { title: say('series.new'), verb: 'workshops.series-form', data: {} }
  return {
    template: 'workshops/series/list',
    data: {
      title: say('series.list'),
      items: items.map(itemOf),
      empty: items.length === 0 ? say('empty.series') : '',
      buttons: [fresh, ...(next === undefined ? [] : [more])],
    },
  }
}
