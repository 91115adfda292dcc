import type { Clock } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Once } from '../../kernel/once.ts'
import type { Transact } from '../../kernel/tx.ts'
import { auditRoutes } from './routes.ts'
import { auditStore } from './store.ts'
import { auditUsecases } from './usecases.ts'

type Deps = {
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: string
}

/** Wired before all others: each keeps its acts here. */
export function wireAudit(deps: Deps) {
  const usecases = auditUsecases({ ...deps, store: auditStore })
  return { usecases, routes: auditRoutes(usecases, deps.zone) }
}
