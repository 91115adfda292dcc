import type { Wiring } from '../../conversation/wiring.ts'
import type { Words } from '../../i18n/words.ts'
import type { Limits } from '../../kernel/requests/limits.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DoorUsecases, TableUsecases } from '../workshops/index.ts'
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
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'tookPart' | 'actor'>
  readonly workshops: DoorUsecases & Pick<TableUsecases, 'sit'>
  readonly limits: Limits
  /** What signs codes. */
  readonly links: { readonly secret: string }
}

function headsIn({ say }: Words) {
  return { columns: COLUMNS.map(column => say(column)), nameless: say('day.nameless') }
}

export function wireAttendance(wiring: Wiring, { links, ...deps }: Deps) {
  const parts = { ...wiring, ...deps, secret: links.secret }
  const attendance = attendanceUsecases({ ...parts, store: attendanceStore })
  const rolls = rollUsecases({ ...parts, store: attendanceStore, roll: rollStore })
  return {
    usecases: { ...attendance, ...rolls, ...presentUsecases({ ...parts, presents: presentStore }) },
    handlers: attendanceHandlers({ ...parts, attendance }),
    routes: [
      ...registerRoutes({
        ...parts,
        registers: registerUsecases({ ...parts, roll: rollStore }),
        heads: language => headsIn(wiring.words(language)),
        directionName: id => deps.programme.direction(id)?.name ?? '',
      }),
      ...attendanceRoutes(attendance),
      ...rollRoutes({ ...parts, rolls }),
    ],
  }
}
