import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, type Page } from '../../../tabs/contract/primitives.ts'
import {
  calendarInput,
  daysQuery,
  type OwnCalendarView,
  offerInput,
  swapInput,
  type WorkshopView,
} from '../../../tabs/contract/workshops/workshops.ts'
import type { CalendarUsecases } from '../calendar/usecases.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import type { OfferUsecases } from './offer-usecases.ts'
import { viewOf } from './personal-view-routes.ts'
import type { SwapUsecases } from './swap-usecases.ts'
import type { RegistrationUsecases } from './usecases.ts'

const PAGE = 20

type Parts = {
  readonly registrations: Pick<RegistrationUsecases, 'confirm' | 'pass' | 'swap'>
  readonly swaps: SwapUsecases
  readonly offers: Pick<OfferUsecases, 'answered'>
  readonly calendars: Pick<CalendarUsecases, 'addressOf' | 'renew'>
  readonly calendarOf: (workshop: string) => string
}

/** Offered seats, swaps to another day, and the person's own calendar. */
export function seatRoutes({ registrations, swaps, offers, calendars, calendarOf }: Parts): ApiRoute[] {
  const view = (workshop: WorkshopSeen): WorkshopView => viewOf(workshop, calendarOf(workshop.id))
  return [
    {
      method: 'put',
      path: '/workshops/:id/offer',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { take } = parse(offerInput, body)
        const seen = await (take ? registrations.confirm : registrations.pass)(actor, id)
        await offers.answered(actor, id)
        return view(seen)
      },
    },
    {
      method: 'get',
      path: '/workshops/:id/days',
      run: async ({ actor, params, query }): Promise<Page<WorkshopView>> => {
        const { id } = parse(idParams, params)
        const { after: skip } = parse(daysQuery, query)
        const { days: found, next } = await swaps.daysFor(actor, id, { skip, limit: PAGE })
        return { items: found.map(view), ...(next !== undefined && { next: String(next) }) }
      },
    },
    {
      method: 'put',
      path: '/workshops/:id/day',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const seen = await registrations.swap(actor, id, parse(swapInput, body).to)
        await offers.answered(actor, id)
        return view(seen)
      },
    },
    {
      method: 'get',
      path: '/me/calendar',
      run: async ({ actor }): Promise<OwnCalendarView> => calendars.addressOf(actor),
    },
    {
      method: 'put',
      path: '/me/calendar',
      run: async ({ actor, body }): Promise<OwnCalendarView> =>
        calendars.renew(actor, parse(calendarInput, body).turn),
    },
  ]
}
