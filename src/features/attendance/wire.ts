import type { Wiring } from '../../conversation/wiring.ts'
import type { Limits } from '../../kernel/limits.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DoorUsecases, TableUsecases } from '../workshops/index.ts'
import { attendanceHandlers } from './handlers.ts'
import { presentStore } from './present-store.ts'
import { presentUsecases } from './present-usecases.ts'
import { rollRoutes } from './roll-routes.ts'
import { rollStore } from './roll-store.ts'
import { rollUsecases } from './roll-usecases.ts'
import { attendanceRoutes } from './routes.ts'
import { attendanceStore } from './store.ts'
import { attendanceUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'tookPart' | 'actor'>
  readonly workshops: DoorUsecases & Pick<TableUsecases, 'sit'>
  readonly limits: Limits
  /** What signs codes. */
  readonly links: { readonly secret: string }
}

export function wireAttendance(wiring: Wiring, { links, ...deps }: Deps) {
  const parts = { ...wiring, ...deps, secret: links.secret }
  const attendance = attendanceUsecases({ ...parts, store: attendanceStore })
  const rolls = rollUsecases({ ...parts, store: attendanceStore, roll: rollStore })
  return {
    usecases: { ...attendance, ...rolls, ...presentUsecases({ ...parts, presents: presentStore }) },
    handlers: attendanceHandlers({ ...parts, attendance }),
    routes: [...attendanceRoutes(attendance), ...rollRoutes({ ...parts, rolls })],
  }
}
