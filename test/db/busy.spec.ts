import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { retryWhileBusy } from '../../src/db/engines/busy-retry.ts'
import { connect } from '../../src/db/engines/connect.ts'
import { type Database, open, openDatabase, type Tables } from '../../src/db/index.ts'
import { groupingCommits } from '../../src/db/transactions/group-commit.ts'
import { commitAlone } from '../../src/db/transactions/transact.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'

const MOST_STANDSTILL = 200

describe('an SQLite file that another process is writing', () => {
  let folder: string
  let db: Database
  let other: DatabaseSync
  const url = () => `file:${folder}/held.sqlite`
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-busy-'))
    db = await openDatabase({ url: url() })
    await db.migrate()
    other = new DatabaseSync(`${folder}/held.sqlite`)
  })
  afterEach(async () => {
    other.close()
    await db.close()
    rmSync(folder, { recursive: true })
  })

  const put = (key: string) => (tx: Tx) =>
    open(tx).insertInto('seen').values({ key, id: key, expires_at: 0 }).execute()
  const keys = () =>
    db.read(async tx => (await open(tx).selectFrom('seen').select('key').execute()).map(({ key }) => key))

  it('keeps writes waiting in their order, and nobody else', async () => {
    other.exec('begin immediate')
    const ended: number[] = []
    const puts = Array.from({ length: 20 }, (_, at) => db.transact(put(`k${at}`)).then(() => ended.push(at)))
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    // Each goes between two tries: were they tried without a pause, no read would come in between.
    for (let time = 0; time < 10; time++) {
      assert.deepEqual(await keys(), [])
      await new Promise(setImmediate)
    }
    delay.disable()
    assert.deepEqual(ended, [])
    assert.ok(delay.max / 1e6 < MOST_STANDSTILL, `stood still for ${delay.max / 1e6} ms`)
    other.exec('commit')
    await Promise.all(puts)
    assert.deepEqual(ended, [...ended.keys()])
    assert.equal((await keys()).length, 20)
  })

  it('tells whoever waited long enough, and takes the others later', async () => {
    const { dialect } = connect(url(), silentLogger)
    const beside = new Kysely<Tables>({ dialect })
    const transact = groupingCommits(commitAlone(beside), 300)
    other.exec('begin immediate')
    const write = (key: string) =>
      transact(async transaction => {
        await transaction.insertInto('seen').values({ key, id: key, expires_at: 0 }).execute()
      })
    const first = await Promise.allSettled([write('a'), write('b')])
    assert.deepEqual(
      first.map(end => end.status === 'rejected' && end.reason.errcode),
      [5, 5],
    )
    const later = write('c')
    other.exec('commit')
    await later
    assert.deepEqual(await keys(), ['c'])
    await beside.destroy()
  })

  it('is waited for by a statement alone and by a migration, which keep nobody from being answered', async () => {
    const { dialect } = connect(url(), silentLogger)
    const beside = new Kysely<Tables>({ dialect })
    other.exec('begin immediate')
    const alone = beside.insertInto('seen').values({ key: 'alone', id: 'x', expires_at: 0 }).execute()
    const whole = retryWhileBusy(() =>
      beside
        .transaction()
        .execute(of => of.insertInto('seen').values({ key: 'w', id: 'x', expires_at: 0 }).execute()),
    )
    const newer = await openDatabase({ url: url() })
    const migrating = newer.migrate()
    assert.deepEqual(await keys(), [])
    other.exec('commit')
    await Promise.all([alone, whole, migrating])
    assert.deepEqual((await keys()).toSorted(), ['alone', 'w'])
    await newer.close()
    await beside.destroy()
  })
})
