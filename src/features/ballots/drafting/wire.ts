import { ballotFormUsecases } from './form-choices-usecases.ts'
import { draftingHandlers } from './handlers.ts'
import { draftingRoutes } from './routes.ts'
import { ballotCheckUsecases } from './usecases.ts'

type Parts = Parameters<typeof ballotCheckUsecases>[0] & Parameters<typeof ballotFormUsecases>[0]
type Room = ReturnType<typeof draftingRoom>
type Entry = Omit<Parameters<typeof draftingHandlers>[0], 'offered' | 'check'> &
  Omit<Parameters<typeof draftingRoutes>[0], 'offered' | 'checkAll'>

/** What a form offers to choose from, and what is wrong with what was typed in it. */
export function draftingRoom({ clock, channels, ideas, workshops, programme, secrets, audience }: Parts) {
  const { offered, places } = ballotFormUsecases({ channels, workshops, clock })
  const checks = ballotCheckUsecases({ clock, channels, ideas, workshops, programme, secrets, audience })
  return { offered, places, check: checks.check, checkAll: checks.checkAll }
}

export function draftingEntries({ offered, check, checkAll }: Room, entry: Entry) {
  const { previews, ideas, programme, words, ids, clock, replies } = entry
  return {
    handlers: draftingHandlers({ offered, check, previews, ideas, programme, words, ids, clock, replies }),
    routes: draftingRoutes({ offered, checkAll, programme, previews, clock }),
  }
}
