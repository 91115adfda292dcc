import type { Wiring } from '../../conversation/wiring.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { batchStore } from './batch-store.ts'
import { batches } from './batch-usecases.ts'
import { effectStore } from './effect-store.ts'
import { effects } from './effect-usecases.ts'
import { messageHandlers } from './handlers.ts'
import { calendarOf } from './holidays.ts'
import { pastStore } from './past-store.ts'
import { pastUsecases } from './past-usecases.ts'
import { preferenceUsecases } from './preference-usecases.ts'
import { relaying } from './relay-usecases.ts'
import { messageRoutes } from './routes.ts'
import { messageStore } from './store.ts'
import { messageUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'actor' | 'reachOf' | 'answered'>
}

export function wireMessages(wiring: Wiring, { programme, people }: Deps) {
  const { perWeek } = programme.messages
  const calendar = calendarOf(programme.calendar)
  const parts = { ...wiring, store: messageStore, people, perWeek, calendar }
  const usecases = messageUsecases(parts)
  const batch = batches({ ...parts, batch: batchStore })
  const relays = relaying(parts, usecases)
  const preferences = preferenceUsecases(parts)
  const effect = effects({ ...wiring, effect: effectStore })
  const handlers = messageHandlers({
    ...wiring,
    messages: usecases,
    preferences,
    relays,
    effect,
    programme,
  })
  // Read once before anything is told: a transaction would wait for it.
  const ready = async () => void (await calendar(wiring.clock.now()))
  return {
    usecases,
    batches: batch,
    preferences,
    relays,
    effect,
    handlers,
    ready,
    routes: messageRoutes({ preferences, effect, past: pastUsecases({ ...wiring, past: pastStore }) }),
  }
}
