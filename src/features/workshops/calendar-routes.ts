import { Refusal } from '../../kernel/refusal.ts'
import type { FileRoute } from '../../kernel/route.ts'
import { calendarFeed, calendarFile, calendarName } from './calendar.ts'
import type { CalendarAddresses } from './calendar-address.ts'
import type { CalendarUsecases } from './calendar-usecases.ts'
import type { WorkshopUsecases } from './usecases.ts'

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly calendars: CalendarUsecases
  readonly addresses: CalendarAddresses
  readonly host: string
  readonly organisation: string
  /** What a person's own calendar is called. */
  readonly ownName: string
  /** An axis in the programme's language; '' when there is none of that id. */
  readonly axisTitle: (axis: string) => string
}

const TYPE = 'text/calendar; charset=utf-8'

/**
 * `GET /calendar/<signed>.ics`, to whoever was given its address: a workshop, or all that one person has a seat in.
 */
export function calendarRoutes(parts: Parts): FileRoute[] {
  const { workshops, calendars, addresses, axisTitle, ownName, ...setting } = parts

  async function own(person: string) {
    const entries = await calendars.heldBy(person)
    const body = calendarFeed(entries, { ...setting, name: ownName, category: axisTitle })
    return { type: TYPE, name: 'ateliers.ics', body }
  }

  return [
    {
      method: 'get',
      path: '/calendar/:file',
      run: async ({ file = '' }) => {
        const person = addresses.personOf(file)
        if (person !== undefined) return own(person)
        const id = addresses.workshopOf(file)
        const workshop = id === undefined ? undefined : await workshops.posted(id)
        if (!workshop) throw new Refusal('gone')
        const body = calendarFile(workshop, { ...setting, category: axisTitle(workshop.axis) })
        return { type: TYPE, name: calendarName(workshop), body }
      },
    },
  ]
}
