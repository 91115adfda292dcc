import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import {
  CopyFault,
  copyDatabase,
  type Database,
  moveDatabase,
  open,
  openDatabase,
} from '../../src/db/index.ts'
import { withExclusiveUse } from '../../src/db/maintenance/exclusive-use.ts'
import { tableOrder } from '../../src/db/schema/table-order.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { engines } from '../support/database/engines.ts'
import { fill } from '../support/database/sample-rows.ts'

for (const engine of engines)
  describe(`a copy from a file, to ${engine.name}`, () => {
    let folder: string
    let source: Database
    let target: { url: string; drop: () => Promise<void> }
    const from = () => `file:${folder}/from.sqlite`
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'faire-copy-'))
      source = await openDatabase({ url: from() })
      await source.migrate()
      target =
        engine.name === 'sqlite'
          ? { url: `file:${folder}/to.sqlite`, drop: async () => {} }
          : await engine.create()
    })
    afterEach(async () => {
      await source.close()
      await target.drop()
      rmSync(folder, { recursive: true })
    })

    it('has every row of every table, and comes back the same', async () => {
      await fill(source, 7)
      const there = await copyDatabase(from(), target.url, silentLogger)
      assert.ok(there.length > 60)
      assert.deepEqual(
        there.filter(({ rows }) => rows !== 7).map(({ table }) => table),
        ['lease'],
      )
      const back = await copyDatabase(target.url, `file:${folder}/back.sqlite`, silentLogger)
      assert.deepEqual(back, there)
    })

    it('is not made into a database that holds anything', async () => {
      await fill(source, 1)
      await copyDatabase(from(), target.url, silentLogger)
      await assert.rejects(copyDatabase(from(), target.url, silentLogger), {
        name: 'CopyFault',
        message: /is not empty/,
      })
    })

    it('of more than a part of rows is whole', async () => {
      await source.transact(async tx => {
        const rows = Array.from({ length: 2_500 }, (_, at) => ({ key: `k${at}`, ends_at: at, count: 1 }))
        await open(tx).insertInto('limit_use').values(rows).execute()
      })
      const counts = await copyDatabase(from(), target.url, silentLogger)
      assert.equal(counts.find(({ table }) => table === 'limit_use')?.rows, 2_500)
    })
  })

it('a copy of another version’s database is not made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'faire-copy-'))
  const empty = await openDatabase({ url: `file:${folder}/from.sqlite` })
  await empty.close()
  const copying = copyDatabase(`file:${folder}/from.sqlite`, `file:${folder}/to.sqlite`, silentLogger)
  await assert.rejects(copying, CopyFault)
  rmSync(folder, { recursive: true })
})

for (const engine of engines)
  describe(`a move from ${engine.name}`, () => {
    let folder: string
    let source: Database
    let from: { url: string; drop: () => Promise<void> }
    const to = () => `file:${folder}/to.sqlite`
    const move = () => moveDatabase(from.url, to(), silentLogger)
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'faire-move-'))
      from =
        engine.name === 'sqlite'
          ? { url: `file:${folder}/from.sqlite`, drop: async () => {} }
          : await engine.create()
      source = await openDatabase({ url: from.url })
      await source.migrate()
    })
    afterEach(async () => {
      await source.close()
      await from.drop()
      rmSync(folder, { recursive: true })
    })

    it('is not made beside a server, and makes nothing then', async () => {
      await assert.rejects(move(), { name: 'DatabaseFileFault', message: /stop (it|the server) first/ })
      assert.equal(existsSync(join(folder, 'to.sqlite')), false)
      await source.close()
      assert.ok((await move()).length > 60)
    })

    if (engine.name === 'postgres')
      it('is not made while anything else writes', async function () {
        this.timeout(20_000)
        await source.close()
        const other = new pg.Client({ connectionString: from.url })
        await other.connect()
        await other.query('begin')
        await other.query("update lease set beat = beat + 1 where name = 'delivery'")
        await assert.rejects(move(), {
          name: 'DatabaseFileFault',
          message: /^Somebody writes to this database/,
        })
        await other.end()
        assert.ok((await move()).length > 60)
      })

    it('lets nobody write who starts meanwhile, until both sides were compared', async () => {
      await source.close()
      const { tables } = await tableOrder()
      let written: Promise<void> | undefined
      let done = false
      await withExclusiveUse(from.url, tables, silentLogger, async () => {
        source = await openDatabase({ url: from.url })
        const late = { key: 'late', id: 'late', expires_at: 0 }
        written = source.transact(async tx => {
          await open(tx).insertInto('seen').values(late).execute()
          done = true
        })
        const copied = await copyDatabase(from.url, to(), silentLogger)
        assert.equal(copied.find(({ table }) => table === 'seen')?.rows, 0)
        assert.equal(done, false)
      })
      await written
      assert.equal(done, true)
    })
  })
