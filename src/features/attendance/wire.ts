import type { Wiring } from '../../conversation/wiring.ts'
import type { Words } from '../../i18n/words.ts'
import type { Limits } from '../../kernel/requests/limits.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DoorUsecases, SeatingTableUsecases, Workshop } from '../workshops/index.ts'
import { shortCodes, shownCode, wantedByShort } from './check-in-code.ts'
import { attendanceHandlers } from './handlers.ts'
import { presentStore } from './history-store.ts'
import { presentUsecases } from './history-usecases.ts'
import { registerRoutes } from './register-routes.ts'
import { registerUsecases } from './register-usecases.ts'
import { rollRoutes } from './roll-routes.ts'
import { rollStore } from './roll-store.ts'
import { rollUsecases } from './roll-usecases.ts'
import { attendanceRoutes } from './routes.ts'
import { attendanceStore } from './store.ts'
import { attendanceUsecases } from './usecases.ts'

const COLUMNS = [
  'register.name',
  'register.direction',
  'register.workshop',
  'register.date',
  'register.from',
  'register.to',
  'register.hours',
  'register.came',
] as const

type Deps = {
  readonly programme: Pick<Programme, 'axis' | 'direction'>
  readonly people: Pick<PeopleUsecases, 'tookPart' | 'actor'>
  readonly workshops: DoorUsecases & Pick<SeatingTableUsecases, 'sit'>
  readonly limits: Limits
  /** HMAC key of check-in codes. */
  readonly secret: string
}

function headsIn({ say }: Words) {
  return { columns: COLUMNS.map(column => say(column)), nameless: say('day.nameless') }
}

export function wireAttendance(wiring: Wiring, { programme, people, workshops, limits, secret }: Deps) {
  const { transact, read, audit, clock, zone, words, tabLink } = wiring
  const edges = { transact, read, clock }
  const attendance = attendanceUsecases({
    ...edges,
    store: attendanceStore,
    workshops,
    people,
    limits,
    secret,
    zone,
  })
  const rolls = rollUsecases({
    ...edges,
    store: attendanceStore,
    roll: rollStore,
    audit,
    workshops,
    people,
  })
  const registers = registerUsecases({ ...edges, roll: rollStore, audit, workshops })
  const presents = presentUsecases({ presents: presentStore, read })
  const codes = { secret, shortOf: shortCodes(secret) }
  const { presentIn, cameTo, visitedBy, isPresent, countPresent } = presents
  return {
    usecases: {
      presentIn,
      cameTo,
      visitedBy,
      isPresent,
      countPresent,
      codeShown: (workshop: Workshop) => shownCode(codes, workshop, { now: clock.now(), zone }),
      wantedByShort: (workshop: Workshop, short: string) =>
        wantedByShort(codes, workshop, short, clock.now()),
    },
    handlers: attendanceHandlers({ attendance, programme, words, clock }),
    routes: [
      ...registerRoutes({
        registers,
        clock,
        zone,
        heads: language => headsIn(words(language)),
        directionName: id => programme.direction(id)?.name ?? '',
      }),
      ...attendanceRoutes(attendance),
      ...rollRoutes({ rolls, clock, zone, secret, tabLink }),
    ],
  }
}
