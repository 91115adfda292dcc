import { Refusal } from '../../kernel/refusal.ts'
import type { FileRoute } from '../../kernel/route.ts'
import { calendarFile, calendarName } from './calendar.ts'
import type { CalendarAddresses } from './calendar-address.ts'
import type { WorkshopUsecases } from './usecases.ts'

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly addresses: CalendarAddresses
  readonly host: string
  readonly organisation: string
  /** An axis in the programme's language; '' when there is none of that id. */
  readonly axisTitle: (axis: string) => string
}

/** `GET /calendar/<signed>.ics`: the workshop for any calendar, to whoever was given its address. */
export function calendarRoutes({ workshops, addresses, axisTitle, ...setting }: Parts): FileRoute[] {
  return [
    {
      method: 'get',
      path: '/calendar/:file',
      run: async ({ file = '' }) => {
        const id = addresses.workshopOf(file)
        const workshop = id === undefined ? undefined : await workshops.posted(id)
        if (!workshop) throw new Refusal('gone')
        const body = calendarFile(workshop, { ...setting, category: axisTitle(workshop.axis) })
        return { type: 'text/calendar; charset=utf-8', name: calendarName(workshop), body }
      },
    },
  ]
}
