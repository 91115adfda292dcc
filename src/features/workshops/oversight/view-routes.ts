import type { Refusal } from '../../../kernel/errors/refusal.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type {
  AnnouncedChannelView,
  DirectionSeats,
  FaultView,
  PlannedView,
  PlanView,
  RulesView,
  SeriesView,
  SheetView,
  TargetsView,
  TypedWorkshop,
  UsualSeats,
} from '../../../tabs/contract/workshops/planning.ts'
import type { Channel, Targets } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { type Concerned, mayCallOff } from '../cancellation/domain.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import { fairQuotasOf, quotasOf } from '../seats/quotas.ts'
import { settingsIn } from '../seats/rules.ts'
import { nextDate, opensLater, seriesSeen, type WorkshopSeries } from '../series/domain.ts'
import { rulesFieldsOf } from '../series/form.ts'
import { seenAt, stageOf, type Workshop } from '../workshop/domain.ts'
import { EMPTY_FORM, fieldsOf } from '../workshop/form.ts'
import { isAhead, type PlanEntry } from './domain.ts'
import type { FormFault } from './form-check-usecases.ts'
import type { Overseen, TakenSeats, WorkshopSheet } from './usecases.ts'

export type PlanViewContext = {
  readonly programme: Pick<Programme, 'directions'>
  readonly zone: string
}

const shown = (count: number) => exact('seats', count)

/** Whether registration is still to open on every day with seats, and when it does first. */
function earlyIn(days: readonly Workshop[], now: number): { early?: true; opensAt?: number } {
  const free = days.filter(day => stageOf(day, now) === 'announced')
  const moments = free.flatMap(day => opensLater(day, now) ?? [])
  if (free.length === 0 || moments.length < free.length) return {}
  return { early: true, opensAt: Math.min(...moments) }
}

export function plannedView(workshop: Workshop, now: number): PlannedView {
  const { id, title, axis, startsAt, endsAt, place, link, capacity, seatsTaken, waiting } = workshop
  return {
    id,
    title,
    axis,
    startsAt,
    endsAt,
    place,
    online: link !== '',
    stage: stageOf(workshop, now),
    ...earlyIn([workshop], now),
    capacity,
    seats: shown(seatsTaken),
    waiting: shown(waiting),
    series: workshop.series,
    reason: workshop.reason,
  }
}

function stageOfSeries(series: WorkshopSeries, days: readonly Workshop[], now: number) {
  return seriesSeen(
    series,
    days.map(day => seenAt(day, now, undefined)),
    now,
  ).stage
}

export function planView({ id, series, days }: PlanEntry, now: number): PlanView {
  const views = days.map(day => plannedView(day, now))
  const [first] = views
  if (series) {
    const { title, axis } = series
    return {
      id,
      series: true,
      title,
      axis,
      stage: stageOfSeries(series, days, now),
      ...earlyIn(days, now),
      days: views,
    }
  }
  return {
    id,
    series: false,
    title: first?.title ?? '',
    axis: first?.axis ?? '',
    stage: first?.stage ?? 'draft',
    ...earlyIn(days, now),
    days: views,
  }
}

function channelName({ teamName, name }: Channel): AnnouncedChannelView {
  return { team: teamName, name }
}

export function targetsView({ channels, unbound, shut }: Targets): TargetsView {
  return { channels: channels.map(channelName), unbound, shut: shut.map(channelName) }
}

export function faultViews(
  faults: readonly FormFault[],
  sentence: (refusal: Refusal) => string,
): FaultView[] {
  return faults.map(({ field, refusal }) => ({ field, title: sentence(refusal) }))
}

function typedOf(workshop: Workshop, zone: string): TypedWorkshop {
  const { channel: _, directions: __, nonce: ___, ...typed } = fieldsOf(workshop, zone, '')
  return typed
}

function seatsBy(
  quotas: SeatQuotas,
  taken: readonly TakenSeats[],
  { programme }: PlanViewContext,
): DirectionSeats[] {
  return programme.directions.flatMap(({ id: direction }) => {
    const quota = quotas.get(direction)
    const seats = taken
      .filter(each => each.direction === direction)
      .reduce((sum, { count }) => sum + count, 0)
    if (quota === undefined && seats === 0) return []
    return [{ direction, ...(quota !== undefined && { quota }), seats: shown(seats) }]
  })
}

function rulesView(workshop: Workshop, zone: string): RulesView {
  const settings = settingsIn(workshop, zone)
  const { reserved, quotas, releaseDays, closeDays, confirmHours } = settings
  const { openDate, openTime } = rulesFieldsOf(settings, zone)
  return { reserved, quotas, releaseDays, openDate, openTime, closeDays, confirmHours }
}

function concernedView(concerned: Concerned | undefined): Pick<SheetView, 'concerned'> {
  if (!concerned) return {}
  const { seated, waiting, untold } = concerned
  const told = shown(seated + waiting - untold)
  return { concerned: { seats: shown(seated), waiting: shown(waiting), told, untold: shown(untold) } }
}

type Around = Overseen & { readonly seriesTitle: string }

export function sheetView(sheet: WorkshopSheet, around: Around, context: PlanViewContext): SheetView {
  const { workshop, quotas, taken } = sheet
  const { now, channels, seriesTitle, concerned } = around
  const { opensAt, closesAt, releaseAt } = workshop
  const offered = taken.filter(({ answer }) => answer === 'offered')
  return {
    ...plannedView(workshop, now),
    at: now,
    typed: typedOf(workshop, context.zone),
    seriesTitle,
    rules: rulesView(workshop, context.zone),
    ...(opensAt !== null && { opensAt }),
    ...(closesAt !== null && { closesAt }),
    ...(releaseAt !== null && { releaseAt }),
    offers: shown(offered.reduce((sum, { count }) => sum + count, 0)),
    directions: seatsBy(quotas, taken, context),
    channels: channels.map(channelName),
    changeable: workshop.state === 'draft' || isAhead(workshop, now),
    mayCallOff: mayCallOff(workshop, now),
    ...concernedView(concerned),
  }
}

/**
 * Defaults for a new day: the day after the last one, same hours and place; the first takes the title of the series.
 */
function nextDay({ title, axis }: WorkshopSeries, days: readonly Workshop[], zone: string): TypedWorkshop {
  const last = days.at(-1)
  const date = nextDate(days, zone) ?? ''
  if (last) return { ...typedOf(last, zone), date }
  return { description: '', place: '', link: '', ...EMPTY_FORM, title, axis, date }
}

const sharedBy = ({ workshop: { capacity, reserved } }: WorkshopSheet) => capacity - reserved

function byHeadcount(seats: number, { programme }: PlanViewContext): readonly UsualSeats[] {
  const fair = fairQuotasOf(programme.directions, seats)
  const proportional = quotasOf(programme.directions, seats)
  return programme.directions.map(({ id: direction, headcount }) => ({
    direction,
    headcount,
    seats: fair.get(direction) ?? 0,
    proportional: proportional.get(direction) ?? 0,
  }))
}

/** Default quotas by headcount, Direction by Direction. */
export function usualOf(sheet: WorkshopSheet, context: PlanViewContext): readonly UsualSeats[] {
  return byHeadcount(sharedBy(sheet), context)
}

function usualQuotas(sheets: readonly WorkshopSheet[], context: PlanViewContext): SeriesView['usual'] {
  return [...new Set(sheets.map(sharedBy))].map(seats => ({ seats, quotas: byHeadcount(seats, context) }))
}

type Planned = Overseen & { readonly series: WorkshopSeries; readonly sheets: readonly WorkshopSheet[] }

export function seriesView(
  { series, sheets, now, channels, concerned }: Planned,
  context: PlanViewContext,
): SeriesView {
  const { id, title, description, axis, announcedAt } = series
  const days = sheets.map(({ workshop }) => workshop)
  return {
    id,
    title,
    description,
    axis,
    stage: stageOfSeries(series, days, now),
    ...earlyIn(days, now),
    announced: announcedAt !== null,
    days: sheets.map(sheet => sheetView(sheet, { now, channels: [], seriesTitle: title }, context)),
    channels: channels.map(channelName),
    proposed: nextDay(series, days, context.zone),
    usual: usualQuotas(sheets, context),
    ...concernedView(concerned),
  }
}
