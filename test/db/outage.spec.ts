import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { sql } from 'kysely'
import { type Database, open, openDatabase } from '../../src/db/index.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import { type Logger, silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { engines, freshDatabase, sqlite } from '../support/database/engines.ts'

const LONG = 'x'.repeat(100_000)

const keep = (db: Database, key: string, text = '') =>
  db.transact(async tx => {
    await open(tx)
      .insertInto('limit_use')
      .values({ key: `${key}${text}`, ends_at: 1, count: 1 })
      .execute()
  })
const kept = async (db: Database) => {
  const rows = await db.read(tx => open(tx).selectFrom('limit_use').select('key').orderBy('key').execute())
  return rows.map(({ key }) => key)
}
/** A process of its own that cuts every connection to a database but its own, and sees them gone. */
const CUT = `
  const { Client } = require('pg')
  const client = new Client({ connectionString: process.argv[1] })
  const others = 'from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
  client.connect()
    .then(() => client.query('select pg_terminate_backend(pid) ' + others))
    .then(async () => { while ((await client.query('select 1 ' + others)).rowCount > 0); })
    .then(() => client.end())
`
/** What has arrived by now is read. */
const turn = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))
function warnings() {
  const warned: string[] = []
  const log: Logger = { ...silentLogger, warn: (_, message) => void warned.push(message) }
  return { warned, log }
}
const pragma = (db: Database, text: string) => db.read(tx => sql.raw(text).execute(open(tx)))

describe('a database that cannot be written', () => {
  const fresh = freshDatabase(sqlite)
  const isAway = (outage: string) => (error: unknown) =>
    error instanceof Unavailable && error.outage === outage

  it('for want of room says so, keeps nothing by halves, and goes on by itself', async () => {
    const { db } = fresh
    await keep(db, 'before')
    assert.equal(await db.healthIssue(), undefined)
    await pragma(db, 'pragma max_page_count = 1')
    const half = db.transact(async tx => {
      const rows = (key: string) => open(tx).insertInto('limit_use').values({ key, ends_at: 1, count: 1 })
      await rows('half').execute()
      await rows(LONG).execute()
    })
    await assert.rejects(half, isAway('disk-full'))
    assert.equal(await db.healthIssue(), 'disk-full', 'a small row that still fits says nothing of others')
    assert.deepEqual(await kept(db), ['before'])
    await pragma(db, 'pragma max_page_count = 100000')
    await keep(db, 'later', LONG)
    assert.equal((await kept(db)).length, 2)
  })

  it('for being read-only says so until it is not', async () => {
    const { db } = fresh
    await db.transact(tx => sql.raw('pragma query_only = 1').execute(open(tx)))
    await assert.rejects(keep(db, 'never'), isAway('read-only'))
    assert.equal(await db.healthIssue(), 'read-only')
    assert.deepEqual(await kept(db), [])
    await pragma(db, 'pragma query_only = 0')
    await keep(db, 'later')
    assert.equal(await db.healthIssue(), undefined)
  })
})

for (const engine of engines.filter(({ name }) => name === 'postgres'))
  describe('a server’s database whose connections are cut', () => {
    const fresh = freshDatabase(engine)

    it('between two statements of a transaction ends neither the process nor what comes after', async () => {
      const { db } = fresh
      const other = await openDatabase({ url: fresh.url })
      const cut = db.transact(async tx => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(open(tx))
        await other.transact(of => sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(open(of)))
        // The server's farewell is read before anything else is asked.
        await turn()
        await open(tx).insertInto('limit_use').values({ key: 'half', ends_at: 1, count: 1 }).execute()
      })
      await assert.rejects(cut, Unavailable)
      await keep(db, 'later')
      assert.deepEqual(await kept(db), ['later'])
      assert.equal(await db.healthIssue(), undefined)
      await other.close()
    })

    it('is told of when it loses an idle one, and no more once it closes', async () => {
      const { warned, log } = warnings()
      for (const closes of [false, true]) {
        const db = await openDatabase({ url: fresh.url, log })
        await keep(db, `idle ${closes}`)
        // Nothing of this process runs until the server has said farewell: close comes before it is read.
        execFileSync(process.execPath, ['--eval', CUT, fresh.url])
        if (!closes) await turn()
        await db.close()
        await turn()
      }
      assert.deepEqual(warned, ['idle database connection lost'])
    })
  })
