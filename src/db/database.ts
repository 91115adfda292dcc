import { Kysely, sql } from 'kysely'
import { type Ids, randomIds } from '../kernel/crypto/ids.ts'
import { type Logger, silentLogger } from '../kernel/monitoring/logger.ts'
import { type Meter, noMeter } from '../kernel/monitoring/meter.ts'
import { noTrace, type Trace } from '../kernel/monitoring/trace.ts'
import { createLimits, type Limits } from '../kernel/requests/limits.ts'
import type { Once } from '../kernel/storage/idempotency.ts'
import type { Note } from '../kernel/storage/outbox.ts'
import type { DatabaseSnapshot, Transact, Tx } from '../kernel/storage/tx.ts'
import { type Clock, systemClock } from '../kernel/time/clock.ts'
import { connect } from './engines/connect.ts'
import { unsafeSettings } from './engines/durable-dialect.ts'
import { makeSecureErase, type SecureErase } from './engines/secure-erase.ts'
import { postgresChangeFeed, type Subscribe, sqliteChangeFeed } from './instances/change-feed.ts'
import { type ClockMark, makeClockMark } from './instances/clock-mark.ts'
import { type Lease, makeLease } from './instances/lease.ts'
import { type Sharing, shareLimits } from './instances/shared-limits.ts'
import { type Migrations, migrations as ours } from './migrations/index.ts'
import { exposeDatabaseMetrics } from './monitoring/database-metrics.ts'
import { type HealthIssue, monitorHealth } from './monitoring/health.ts'
import { instrumentTransact } from './monitoring/instrumented.ts'
import { makeNote } from './outbox/enqueue.ts'
import { makePosts, type Posts } from './outbox/posts.ts'
import { type FactQueue, makeQueue } from './outbox/queue.ts'
import { isMigrated, type Migrated, migrate } from './schema/migrate.ts'
import type { Tables } from './tables/index.ts'
import { groupingCommits } from './transactions/group-commit.ts'
import { makeOnce } from './transactions/idempotency.ts'
import { makeSnapshots } from './transactions/snapshot.ts'
import { commitAlone, makeRead, makeTransact } from './transactions/transact.ts'

export type Database = {
  readonly engine: 'sqlite' | 'postgres'
  readonly transact: Transact
  /** Read-only transaction: takes no write lock, and a write throws. */
  readonly read: Transact
  /** Begins a snapshot that may be read for long. */
  readonly beginSnapshot: () => Promise<DatabaseSnapshot>
  readonly once: Once
  readonly note: Note
  readonly queue: FactQueue
  readonly posts: Posts
  readonly lease: Lease
  readonly clockMark: ClockMark
  /**
   * Secure erase: clears deleted rows from the disk. Outside any transaction; on SQLite it blocks every other query.
   */
  readonly purge: SecureErase
  /** Brings the schema up to date, or rejects and leaves it as it was. */
  readonly migrate: () => Promise<Migrated>
  /** Server settings that can lose acknowledged commits, such as `fsync=off`. */
  readonly unsafeSettings: () => Promise<readonly string[]>
  /** Readiness: reachable and migrated. Never rejects. */
  readonly isReady: () => Promise<boolean>
  /** Why nothing can be read or written for now; undefined while the database is healthy. Never rejects. */
  readonly healthIssue: () => Promise<HealthIssue | undefined>
  /** `listener` is called after each commit that enqueued a fact. */
  readonly onFact: (listener: () => void) => void
  /** Subscribes to the topics changed by committed transactions. */
  readonly subscribe: Subscribe
  /** Resolves once what other processes commit is heard, after somebody has subscribed. */
  readonly listening: () => Promise<void>
  /** Rate limits, in memory; on PostgreSQL shared with the other instances, under keys salted with `secret`. */
  readonly limits: (secret: string) => Limits
  /** Shares the counts of the rate limits with the other instances now, instead of within a second. */
  readonly exchangeLimits: () => Promise<void>
  readonly close: () => Promise<void>
}

export type DatabaseOptions = {
  /** `file:<path>`, `file::memory:` or `postgres://…` */
  readonly url: string
  readonly clock?: Clock
  readonly ids?: Ids
  readonly log?: Logger
  readonly meter?: Meter
  readonly trace?: Trace
  /** For tests of migrations. */
  readonly migrations?: Migrations
}

/**
 * Opens the database. SQLite is opened at once; PostgreSQL is first connected to by the first query.
 * @throws Error when the URL is of neither engine, or the file cannot be opened.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, clock = systemClock, ids = randomIds, log = silentLogger, migrations = ours } = options
  const { meter = noMeter, trace = noTrace } = options
  const { engine, dialect, connections, schemaChanged } = connect(url, log)
  const db = new Kysely<Tables>({ dialect })
  if (engine === 'sqlite') await sql`select 1`.execute(db)

  let sharing: Sharing | undefined
  const noting = new WeakSet<Tx>()
  const listeners: (() => void)[] = []
  const changes = engine === 'sqlite' ? sqliteChangeFeed(db, log) : postgresChangeFeed(url, log)
  const { writing, reading, healthIssue } = monitorHealth({
    log,
    isMigrated: () => isMigrated(db, migrations),
    ping: () => db.selectFrom('lease').select('name').limit(1).execute(),
  })
  const alone = commitAlone(db)
  const plain = makeTransact(engine === 'sqlite' ? groupingCommits(alone) : alone, {
    conflicted(left) {
      meter.count('faire_transactions_crossed_total', {})
      log.info({ left }, 'transaction crossed another, run again')
    },
    committing: changes.committing,
    committed(tx, topics) {
      if (noting.has(tx)) for (const listener of listeners) listener()
      changes.committed(topics)
    },
  })
  const transact = instrumentTransact(writing(plain), 'write', { meter, trace })
  const read = instrumentTransact(reading(makeRead(db)), 'read', { meter, trace })
  const queue = makeQueue(transact, read, clock)
  exposeDatabaseMetrics(meter, { connections, queue, healthIssue: () => healthIssue(transact), clock })
  const moments = makeSnapshots(db, url, log)
  return {
    engine,
    transact,
    read,
    beginSnapshot: moments.begin,
    once: makeOnce(clock),
    note: makeNote(clock, ids, tx => noting.add(tx)),
    queue,
    posts: makePosts(transact, read),
    lease: makeLease(transact, read),
    clockMark: makeClockMark(transact, read),
    purge: makeSecureErase(db, moments.holdJournal),
    migrate: () => migrate(db, migrations).finally(schemaChanged),
    unsafeSettings: async () => (engine === 'postgres' ? unsafeSettings(db) : []),
    isReady: () => isMigrated(db, migrations).catch(() => false),
    healthIssue: () => healthIssue(transact),
    onFact: listener => void listeners.push(listener),
    subscribe: changes.subscribe,
    listening: changes.listening,
    limits: secret => {
      const limits = createLimits(clock)
      if (engine === 'postgres') sharing = shareLimits({ transact, clock, log }, limits, secret)
      return limits
    },
    exchangeLimits: async () => sharing?.exchange(),
    close: async () => {
      sharing?.stop()
      changes.stop()
      await db.destroy()
    },
  }
}
