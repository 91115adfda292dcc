import type { Database } from '../../db/index.ts'
import { auditUsecases } from '../../features/audit/index.ts'
import { auditStore } from '../../features/audit/store.ts'
import { randomIds } from '../../kernel/crypto/ids.ts'
import { systemClock } from '../../kernel/time/clock.ts'

/** Audit log of commands. */
export function commandAudit(database: Database) {
  return auditUsecases({ ...database, store: auditStore, clock: systemClock, ids: randomIds })
}
