import type { Wiring } from '../../../conversation/wiring.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { AnnouncementPreviews } from '../announcements/cards.ts'
import type { SeriesAnnounceUsecases } from '../announcements/series-usecases.ts'
import { cancellationStore } from '../cancellation/store.ts'
import type { CallOffUsecases } from '../cancellation/usecases.ts'
import type { ChangeUsecases } from '../changes/usecases.ts'
import { openingStore } from '../openings/store.ts'
import type { DayUsecases } from '../series/day-usecases.ts'
import type { SeatRulesUsecases } from '../series/seat-rules-usecases.ts'
import { seriesStore } from '../series/store.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import type { PublishingUsecases } from '../workshop/publishing-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { directionRoutes } from './direction-routes.ts'
import { directionSeatStore } from './direction-store.ts'
import { directionUsecases } from './direction-usecases.ts'
import { formCheckUsecases } from './form-check-usecases.ts'
import { openingDayRoutes } from './opening-routes.ts'
import { openingDayUsecases } from './opening-usecases.ts'
import { planningRoutes } from './planning-routes.ts'
import { seriesRoutes } from './series-routes.ts'
import { oversightStore } from './store.ts'
import type { SummaryMarks } from './summary-mark-routes.ts'
import { oversightUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis' | 'direction' | 'directions'>
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announced'>
  readonly workshops: Pick<WorkshopReadUsecases, 'coming'>
  readonly publishing: Pick<PublishingUsecases, 'publish'>
  readonly changes: Pick<ChangeUsecases, 'change' | 'changeable' | 'preview'>
  readonly series: Pick<SeriesUsecases, 'begin' | 'reword' | 'remove'>
  readonly days: Pick<DayUsecases, 'addDays' | 'changeDay' | 'removeDay'>
  readonly rules: SeatRulesUsecases
  readonly announcing: SeriesAnnounceUsecases
  readonly callOffs: Pick<CallOffUsecases, 'callOff' | 'cancelSeries'>
  readonly previews: AnnouncementPreviews
  readonly calendarOf: (workshop: string) => string
  readonly marks: SummaryMarks
}

/** Workshops as those in charge, observers and each Direction see them. */
export function wireOversight({ read, clock, zone }: Wiring, parts: Parts) {
  const { programme, channels, workshops, publishing, changes, previews, callOffs, rules } = parts
  const { series, days, announcing, calendarOf, marks } = parts
  const directions = directionUsecases({
    store: workshopStore,
    directionSeats: directionSeatStore,
    read,
    clock,
    programme,
    workshops,
  })
  const oversight = oversightUsecases({
    oversight: oversightStore,
    store: workshopStore,
    series: seriesStore,
    cancellations: cancellationStore,
    channels,
    read,
    clock,
  })
  const openingDays = openingDayUsecases({
    openings: openingStore,
    oversight: oversightStore,
    read,
    clock,
    zone,
  })
  const checking = formCheckUsecases({ channels, programme, changes, clock })
  const views = { oversight, programme, zone, previews, callOffs, rules, marks }
  return {
    directions,
    plans: oversight.plans,
    routes: [
      ...planningRoutes({ ...views, checking, publishing, changes }),
      ...seriesRoutes({ ...views, series, days, announcing }),
      ...openingDayRoutes(openingDays),
      ...directionRoutes({ directions, calendarOf }),
    ],
  }
}
