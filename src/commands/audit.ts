import type { Database } from '../db/index.ts'
import { wireAudit } from '../features/audit/wire.ts'
import { systemClock } from '../kernel/clock.ts'
import { randomIds } from '../kernel/ids.ts'

/** The journal, for what is done by a command. */
export function commandAudit(database: Database) {
  return wireAudit({ ...database, clock: systemClock, ids: randomIds }).usecases
}
