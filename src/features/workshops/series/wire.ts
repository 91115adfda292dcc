import type { Wiring } from '../../../conversation/wiring.ts'
import type { Programme } from '../../programme/index.ts'
import type { ChangeUsecases } from '../changes/usecases.ts'
import { seatStore } from '../seats/store.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import type { WorkshopViews } from '../workshop/usecases.ts'
import { dayHandlers } from './day-handlers.ts'
import { dayUsecases } from './day-usecases.ts'
import { seriesHandlers } from './handlers.ts'
import { seatRulesHandlers } from './seat-rules-handlers.ts'
import { seatRulesUsecases } from './seat-rules-usecases.ts'
import { seriesStore } from './store.ts'
import { seriesUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly views: Pick<WorkshopViews, 'all'>
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange'>
  readonly changes: Pick<ChangeUsecases, 'changeable'>
}

/** Series, their draft days, and seat rules. */
export function wireSeries(wiring: Wiring, { programme, views, waitingList, changes }: Parts) {
  const { transact, read, once, note, audit, clock, ids, zone, words } = wiring
  const stores = { series: seriesStore, store: workshopStore, seats: seatStore }
  const edges = { transact, read, once, audit, clock, ids, programme }
  const series = seriesUsecases({ ...edges, series: seriesStore, views, note })
  const days = dayUsecases({ ...edges, ...stores, zone })
  const rules = seatRulesUsecases({ ...stores, waitingList, transact, note, audit, clock, zone, programme })
  const context = { series, programme, words, ids, clock }
  return {
    series,
    days,
    rules,
    handlers: {
      verbs: {
        ...seriesHandlers(context).verbs,
        ...dayHandlers({ ...context, days, changes }).verbs,
        ...seatRulesHandlers({ ...context, rules }).verbs,
      },
    },
  }
}
