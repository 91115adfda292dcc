import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { embeddedPath } from '../../src/db/engines/connect.ts'
import { type Database, open, openDatabase } from '../../src/db/index.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { createRegistry } from '../../src/metrics/registry.ts'
import { sqlite } from '../support/database/engines.ts'
import { createDatabase } from '../support/product/bot.ts'

const put = (tx: Tx, key: string) =>
  open(tx).insertInto('seen').values({ key, id: key, expires_at: 0 }).execute()

const keysIn = (tx: Tx) => open(tx).selectFrom('seen').select('key').orderBy('key').execute()

describe('transactions that arrive together', () => {
  let database: Database
  let beside: DatabaseSync
  let registry: ReturnType<typeof createRegistry>
  let drop: () => Promise<void>
  beforeEach(async () => {
    const made = await createDatabase(sqlite)
    drop = made.drop
    registry = createRegistry()
    database = await openDatabase({ url: made.url, meter: registry.meter })
    await database.migrate()
    beside = new DatabaseSync(embeddedPath(made.url) ?? '', { readOnly: true })
  })
  afterEach(async () => {
    beside.close()
    await database.close().finally(drop)
  })

  const seenBeside = () =>
    beside
      .prepare('select key from seen order by key')
      .all()
      .map(({ key }) => key)

  it('are each told when what they wrote can be read by another process, and not before', async () => {
    const seen: unknown[] = []
    const one = async (key: string) => {
      await database.transact(async tx => {
        await put(tx, key)
        seen.push(seenBeside())
      })
      assert.ok(seenBeside().includes(key))
    }
    await Promise.all(['a', 'b', 'c'].map(one))
    assert.deepEqual(seen, [[], [], []])
  })

  it('undo what they wrote where they throw, and only that', async () => {
    const one = (key: string) =>
      database.transact(async tx => {
        await put(tx, key)
        if (key === 'b') throw new Error('changed my mind')
        return (await keysIn(tx)).map(row => row.key)
      })
    const ends = await Promise.allSettled(['a', 'b', 'c'].map(one))
    assert.deepEqual(
      ends.map(end => (end.status === 'fulfilled' ? end.value : end.reason.message)),
      [['a'], 'changed my mind', ['a', 'c']],
    )
    assert.deepEqual(seenBeside(), ['a', 'c'])
  })

  it('are tried each by itself where one ends the transaction of all', async () => {
    let tries = 0
    const end = (tx: Tx) => {
      tries += 1
      // As SQLite does by itself on some faults, a full disk among them.
      return sql`rollback`.execute(open(tx))
    }
    const ends = await Promise.allSettled([
      database.transact(tx => put(tx, 'a')),
      database.transact(end),
      database.transact(tx => put(tx, 'c')),
    ])
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    assert.equal(tries, 2)
    assert.deepEqual(seenBeside(), ['a', 'c'])
    // None of them crossed another.
    assert.match(await registry.text(), /^faire_transactions_crossed_total 0$/m)
  })
})
