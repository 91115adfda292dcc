import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import { auditStore } from '../../../src/features/audit/store.ts'
import { auditUsecases } from '../../../src/features/audit/usecases.ts'
import type { Audit, AuditDeferred, AuditRoleChange } from '../../../src/kernel/access/audit.ts'
import { type Ids, randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { Once } from '../../../src/kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../src/kernel/storage/tx.ts'
import { type Clock, systemClock } from '../../../src/kernel/time/clock.ts'

type Parts = {
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
}

/** The product's own journal, for use-cases that are built one by one. */
export function auditIn(parts: Parts): Audit {
  return auditUsecases({ ...parts, store: auditStore }).record
}

/** The same of what the product does by itself. */
export function auditDeferredIn(parts: Parts): AuditDeferred {
  return auditUsecases({ ...parts, store: auditStore }).deferred
}

/** What keeps the roles that the people file gives. */
export function roleChangesIn(database: Database): AuditRoleChange {
  return auditUsecases({ ...database, store: auditStore, clock: systemClock, ids: randomIds }).roleChanged
}

/** Role, pseudonym, act and door of each row in the journal at `url`, in the order of writing. */
export async function journalAt(url: string): Promise<string[][]> {
  const database = await openDatabase({ url })
  const query = (tx: Tx) => open(tx).selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute()
  const rows = await database.read(query).finally(() => database.close())
  return rows.map(({ role, who, act, door }) => [role, who, act, door])
}
