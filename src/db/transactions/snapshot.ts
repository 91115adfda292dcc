import { Kysely } from 'kysely'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { DatabaseSnapshot } from '../../kernel/storage/tx.ts'
import { connect, embeddedPath } from '../engines/connect.ts'
import type { Tables } from '../tables/index.ts'
import { seal } from './tx.ts'

async function snapshotOf(db: Kysely<Tables>, close: () => Promise<void>): Promise<DatabaseSnapshot> {
  const begun = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
    .catch(async error => {
      await close()
      throw error
    })
  let ended: Promise<void> | undefined
  // A snapshot that was only read has nothing to lose: a dropped connection ended it too.
  const end = async () => {
    await begun
      .rollback()
      .execute()
      .catch(() => {})
    await close()
  }
  return { tx: seal(begun), end: () => (ended ??= end()) }
}

/** In memory SQLite has a single connection, which a snapshot would block: each read is a transaction of its own. */
function readByRead(db: Kysely<Tables>): DatabaseSnapshot {
  return { tx: db as unknown as DatabaseSnapshot['tx'], end: async () => {} }
}

type Snapshots = {
  /**
   * Begins a snapshot. On SQLite it has a connection of its own, beside which others write while their journal grows.
   * On PostgreSQL it has one of the pool's ten.
   */
  readonly begin: () => Promise<DatabaseSnapshot>
  /** Whether an open snapshot keeps SQLite's journal from being truncated. */
  readonly holdJournal: () => boolean
}

export function makeSnapshots(db: Kysely<Tables>, url: string, log: Logger): Snapshots {
  const path = embeddedPath(url)
  let held = 0
  async function beside(): Promise<DatabaseSnapshot> {
    const own = new Kysely<Tables>({ dialect: connect(url, log).dialect })
    held += 1
    return snapshotOf(own, async () => {
      held -= 1
      await own.destroy()
    })
  }
  const begin =
    path === undefined
      ? () => snapshotOf(db, async () => {})
      : path === ':memory:'
        ? async () => readByRead(db)
        : beside
  return { begin, holdJournal: () => held > 0 }
}
