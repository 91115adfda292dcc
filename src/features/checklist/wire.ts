import type { Wiring } from '../../conversation/wiring.ts'
import { checklistRoutes } from './routes.ts'
import { checklistStore } from './store.ts'
import { checklistUsecases } from './usecases.ts'

type Deps = { readonly reminderReasons: Parameters<typeof checklistUsecases>[0]['reminderReasons'] }

export function wireChecklist(wiring: Wiring, { reminderReasons }: Deps) {
  const { transact, read, audit, clock } = wiring
  const usecases = checklistUsecases({
    store: checklistStore,
    reminderReasons,
    transact,
    read,
    audit,
    clock,
  })
  return { usecases, handlers: {}, routes: checklistRoutes(usecases) }
}
