import { tableText } from '../../files/csv-writer.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { clockIn, dateIn } from '../../kernel/time/time-zone.ts'
import type { AttendanceFileView, KeptDayView } from '../../tabs/contract/attendance.ts'
import { idParams, type Page, pageQuery } from '../../tabs/contract/primitives.ts'
import type { Workshop } from '../workshops/index.ts'
import { hoursText } from './hours.ts'
import type { RegisterUsecases } from './register-usecases.ts'
import type { Came } from './roll-usecases.ts'
import { keptDayView } from './routes.ts'

const WORKSHOPS = 20

type Parts = {
  readonly registers: RegisterUsecases
  readonly clock: Clock
  readonly zone: string
  /** Column headings, and what replaces the name of an erased person. */
  readonly heads: (language: Language) => { readonly columns: readonly string[]; readonly nameless: string }
  /** '' for a Direction removed from the programme. */
  readonly directionName: (direction: string) => string
}

/** Finished workshops, and the attendance register of one as a file. */
export function registerRoutes({ registers, clock, zone, heads, directionName }: Parts): ApiRoute[] {
  function rowsOf({ title, startsAt, endsAt }: Workshop, came: readonly Came[], nameless: string) {
    const when = [dateIn(startsAt, zone), clockIn(startsAt, zone), clockIn(endsAt, zone)]
    return came.map(({ name, direction = '', at }) => [
      name || nameless,
      directionName(direction),
      title,
      ...when,
      hoursText(startsAt, endsAt),
      clockIn(at, zone),
    ])
  }

  return [
    {
      method: 'get',
      path: '/attendance/past',
      run: async ({ actor, query }): Promise<Page<KeptDayView>> => {
        const { items, ...next } = await registers.past(actor, WORKSHOPS, parse(pageQuery, query).after)
        return { items: items.map(each => keptDayView(each, clock.now())), ...next }
      },
    },
    {
      method: 'post',
      path: '/attendance/:id/register',
      run: async ({ actor, params }): Promise<AttendanceFileView> => {
        const { workshop, came } = await registers.register(actor, parse(idParams, params).id)
        const { columns, nameless } = heads(actor.language)
        const name = `${dateIn(workshop.startsAt, zone)}-${workshop.id}.csv`
        return { name, text: tableText([columns, ...rowsOf(workshop, came, nameless)]) }
      },
    },
  ]
}
