import { Refusal } from '../../../kernel/errors/refusal.ts'
import { LIMITS, type Limits } from '../../../kernel/requests/limits.ts'
import type { FileRoute } from '../../../kernel/requests/route.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import type { CalendarAddresses, Own } from './address.ts'
import { calendarFeed, calendarFile, calendarName } from './icalendar.ts'
import type { CalendarUsecases } from './usecases.ts'

type Parts = {
  readonly workshops: Pick<WorkshopReadUsecases, 'posted'>
  readonly calendars: Pick<CalendarUsecases, 'heldBy'>
  readonly addresses: CalendarAddresses
  readonly limits: Limits
  readonly host: string
  readonly organisation: string
  /** Name of a person's own calendar. */
  readonly ownName: string
  /** Title of an axis in the programme's language; '' for an unknown id. */
  readonly axisTitle: (axis: string) => string
}

const TYPE = 'text/calendar; charset=utf-8'

/** `GET /calendar/<signed>.ics`, for whoever has the address: a workshop, or all seats of one person. */
export function calendarRoutes(parts: Parts): FileRoute[] {
  const { workshops, calendars, addresses, limits, axisTitle, ownName, ...setting } = parts

  /** No token is asked for, and one of many seats takes long to write. @throws Refusal `too-fast`, `gone` */
  async function own(asked: Own) {
    const late = limits.over(LIMITS.calendar, asked.person)
    if (late) throw late
    const entries = await calendars.heldBy(asked)
    const body = calendarFeed(entries, { ...setting, name: ownName, category: axisTitle })
    return { type: TYPE, name: 'ateliers.ics', body }
  }

  return [
    {
      method: 'get',
      path: '/calendar/:file',
      run: async ({ file = '' }) => {
        const asked = addresses.personOf(file)
        if (asked) return own(asked)
        const id = addresses.workshopOf(file)
        const workshop = id === undefined ? undefined : await workshops.posted(id)
        if (!workshop) throw new Refusal('gone')
        const body = calendarFile(workshop, { ...setting, category: axisTitle(workshop.axis) })
        return { type: TYPE, name: calendarName(workshop), body }
      },
    },
  ]
}
