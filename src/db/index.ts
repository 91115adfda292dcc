/**
 * One code base, two engines: SQLite embedded, PostgreSQL when the url says so.
 * What `transact` resolved is on the disk; what it rejected never was.
 * Only stores look inside a transaction, through `open`.
 */
export { adviceOn } from './advice.ts'
export { backUp, type Restored, restore } from './backup.ts'
export type { ClockMark } from './clock-mark.ts'
export { embeddedPath, placeOf } from './connect.ts'
export { CopyFault, copyDatabase, moveDatabase } from './copy.ts'
export { type Database, type DatabaseOptions, openDatabase } from './database.ts'
export { type Aged, countExpired, eraseOfWorkshops, findExpired } from './expired.ts'
export type { Trouble } from './health.ts'
export type { Held, Lease } from './lease.ts'
export type { Migrated } from './migrate.ts'
export type { Post, Posts } from './posts.ts'
export type { Queue, TakenFact } from './queue.ts'
export { remembered } from './remembered.ts'
export type { Scrub } from './scrub.ts'
export { FileFault } from './sqlite-file.ts'
export type { TableCount } from './table-count.ts'
export type { Tables } from './tables/index.ts'
export { type Schema, type Trial, tryDatabase } from './trial.ts'
export { isPostgres, lockRow, open } from './tx.ts'
