/**
 * One code base, two engines: SQLite embedded, PostgreSQL when the url says so.
 * What `transact` resolved is on the disk; what it rejected never was, but for a connection lost while it committed: then either.
 * Only stores look inside a transaction, through `open`.
 */

export { type Database, type DatabaseOptions, openDatabase } from './database.ts'
export { embeddedPath, placeOf } from './engines/connect.ts'
export { adviceOn } from './engines/connection-advice.ts'
export type { SecureErase } from './engines/secure-erase.ts'
export { DatabaseFileFault } from './engines/sqlite-file.ts'
export type { ClockMark } from './instances/clock-mark.ts'
export type { HeldLease, Lease } from './instances/lease.ts'
export { backUp, type Restored, restore } from './maintenance/backup.ts'
export { CopyFault, copyDatabase, moveDatabase } from './maintenance/copy.ts'
export { type Aged, countExpired, eraseOfWorkshops, findExpired } from './maintenance/expired.ts'
export type { TableCount } from './maintenance/table-digest.ts'
export { cached } from './monitoring/cached.ts'
export type { HealthIssue } from './monitoring/health.ts'
export type { Post, Posts } from './outbox/posts.ts'
export type { FactQueue, TakenFact } from './outbox/queue.ts'
export type { Migrated } from './schema/migrate.ts'
export { type Schema, type SchemaTry, tryDatabase } from './schema/schema-version.ts'
export type { Tables } from './tables/index.ts'
export { heldWords } from './transactions/held-words.ts'
export { intervalOf } from './transactions/interval.ts'
export { isPostgres, lockRow, open } from './transactions/tx.ts'
