import type { Handlers } from '../../conversation/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { calendarOf } from './holidays.ts'
import { messageStore } from './store.ts'
import { messageUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'actor' | 'chatOf'>
}

export function wireMessages(wiring: Wiring, { programme, people }: Deps) {
  const { perWeek } = programme.messages
  const calendar = calendarOf(programme.messages)
  const usecases = messageUsecases({ ...wiring, store: messageStore, people, perWeek, calendar })
  const handlers: Handlers = {
    facts: {
      'people.arrived': async ({ payload }) => {
        await usecases.arrived(String(payload.person))
        return []
      },
    },
  }
  return { usecases, handlers, routes: [] }
}
