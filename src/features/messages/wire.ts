import type { Wiring } from '../../conversation/wiring.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { calendarOf } from './calendar/holidays.ts'
import { pastStore } from './message/history-store.ts'
import { pastUsecases } from './message/history-usecases.ts'
import { messageHandlers } from './preferences/handlers.ts'
import { messageRoutes } from './preferences/routes.ts'
import { preferenceUsecases } from './preferences/usecases.ts'
import { effectStore } from './response/effect-store.ts'
import { effects } from './response/effect-usecases.ts'
import { batchStore } from './sending/batch-store.ts'
import { batches } from './sending/batch-usecases.ts'
import { relaying } from './sending/handover-usecases.ts'
import { messageStore } from './sending/store.ts'
import { messageUsecases } from './sending/usecases.ts'

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
