import type { Wiring } from '../../conversation/wiring.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import { nudgeHandlers } from './handlers.ts'
import { DAILY, daily } from './schedule.ts'
import { nudgeUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'pilots' | 'names'>
  readonly messages: MessageUsecases
  readonly workshops: WorkshopUsecases
  readonly ideas: Pick<IdeaUsecases, 'waitingSince' | 'answer'>
}

export function wireNudges(wiring: Wiring, deps: Deps) {
  const nudges = nudgeUsecases({ ...wiring, ...deps })
  const handlers = nudgeHandlers({ ...wiring, ...deps, nudges })
  const schedules = [{ kind: DAILY, next: daily(wiring.zone) }]
  return { usecases: nudges, handlers, routes: [], schedules }
}
