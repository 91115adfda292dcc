import type { Wiring } from '../../../conversation/wiring.ts'
import type { Limits } from '../../../kernel/requests/limits.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import type { CalendarAddresses } from './address.ts'
import { calendarRoutes } from './routes.ts'
import { calendarStore } from './store.ts'
import { calendarUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis' | 'organisation'>
  readonly workshops: Pick<WorkshopReadUsecases, 'posted'>
  readonly addresses: CalendarAddresses
  readonly limits: Limits
  /** Base URL of calendar files. */
  readonly origin: string
}

/** Workshops as calendar files. */
export function wireCalendar(wiring: Wiring, { programme, workshops, addresses, limits, origin }: Parts) {
  const { transact, read, clock, words, home } = wiring
  const calendars = calendarUsecases({ calendars: calendarStore, addresses, transact, read, clock })
  return {
    calendars,
    files: calendarRoutes({
      workshops,
      calendars,
      addresses,
      limits,
      ownName: words(home).say('tab.workshops'),
      host: new URL(origin).hostname,
      organisation: programme.organisation,
      axisTitle: axis => programme.axis(axis)?.title[home] ?? '',
    }),
  }
}
