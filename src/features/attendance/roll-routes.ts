import { exact } from '../../kernel/personal-data/counts.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import type { TabLink } from '../../kernel/requests/tab-link.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import {
  type ColleagueView,
  colleagueQuery,
  type KeptDayView,
  personParams,
  type RollView,
  rollQuery,
  type ScreenView,
  type TickedView,
  tickInput,
  walkInInput,
} from '../../tabs/contract/attendance.ts'
import { idParams, type Page, pageQuery } from '../../tabs/contract/primitives.ts'
import type { Workshop } from '../workshops/index.ts'
import { printToken, screenToken, turnEnd } from './check-in-code.ts'
import { lettersOf } from './check-in-letters.ts'
import { EARLY, LATE, type PresenceCounts } from './domain.ts'
import type { ListedPerson } from './roll.ts'
import type { OnScreen, RollUsecases, Ticked } from './roll-usecases.ts'
import { keptDayView } from './routes.ts'

const WORKSHOPS = 20
const PEOPLE = 50
const COLLEAGUES = 10

type Parts = {
  readonly rolls: RollUsecases
  readonly clock: Clock
  readonly zone: string
  readonly secret: string
  readonly tabLink: TabLink
}

function listedView({ person, name, direction, offered, checkIn }: ListedPerson): RollView {
  return {
    id: person,
    name,
    ...(direction !== undefined && { direction }),
    ...(offered && { offered }),
    ...(checkIn && { cameAt: checkIn.at, how: checkIn.how }),
    beyond: checkIn?.beyond ?? false,
  }
}

function countsView({ seatsTaken }: Workshop, { present, beyond }: PresenceCounts) {
  return {
    seats: exact('seats', seatsTaken),
    present: exact('present', present),
    beyond: exact('present', beyond),
  }
}

function tickedView({ workshop, listed, ...counts }: Ticked): TickedView {
  return { ...countsView(workshop, counts), ...(listed && { person: listedView(listed) }) }
}

/** The attendance list, for whoever keeps it. */
export function rollRoutes({ rolls, clock, zone, secret, tabLink }: Parts): ApiRoute[] {
  function screenView({ workshop, ...counts }: OnScreen): ScreenView {
    const { id, startsAt, endsAt } = workshop
    const [at, day] = [clock.now(), dateIn(startsAt, zone)]
    const link = (token: string) => tabLink('personal', `check-in:${token}`)
    return {
      workshop: keptDayView(workshop, at),
      opensAt: startsAt - EARLY,
      closesAt: endsAt,
      keptUntil: endsAt + LATE,
      at,
      link: link(screenToken(secret, id, at)),
      turnsAt: turnEnd(at),
      letters: lettersOf(secret, id, day),
      printLink: link(printToken(secret, id, day)),
      ...countsView(workshop, counts),
    }
  }

  return [
    {
      method: 'get',
      path: '/attendance/workshops',
      run: async ({ actor, query }): Promise<Page<KeptDayView>> => {
        const { items, ...next } = await rolls.kept(actor, WORKSHOPS, parse(pageQuery, query).after)
        return { items: items.map(each => keptDayView(each, clock.now())), ...next }
      },
    },
    {
      method: 'get',
      path: '/attendance/:id',
      run: async ({ actor, params }) => screenView(await rolls.screen(actor, parse(idParams, params).id)),
    },
    {
      method: 'get',
      path: '/attendance/:id/people',
      run: async ({ actor, params, query }): Promise<Page<RollView>> => {
        const { name = '', after } = parse(rollQuery, query)
        const page = { name, limit: PEOPLE, after }
        const { items, ...next } = await rolls.list(actor, parse(idParams, params).id, page)
        return { items: items.map(listedView), ...next }
      },
    },
    {
      method: 'put',
      path: '/attendance/:id/people/:person',
      run: async ({ actor, params, body }) => {
        const { id, person } = parse(personParams, params)
        return tickedView(await rolls.tick(actor, id, person, parse(tickInput, body).present))
      },
    },
    {
      method: 'get',
      path: '/attendance/:id/colleagues',
      run: async ({ actor, params, query }): Promise<Page<ColleagueView>> => {
        const { name } = parse(colleagueQuery, query)
        const found = await rolls.colleagues(actor, parse(idParams, params).id, name, COLLEAGUES)
        return { items: found.map(({ person, ...same }) => ({ ...same, id: person })) }
      },
    },
    {
      method: 'post',
      path: '/attendance/:id/walk-ins',
      run: async ({ actor, params, body }) => {
        const { person } = parse(walkInInput, body)
        return tickedView(await rolls.bringIn(actor, parse(idParams, params).id, person))
      },
    },
  ]
}
