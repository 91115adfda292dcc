import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CopyFault, copyDatabase, type Database, open, openDatabase } from '../../src/db/index.ts'
import { silentLogger } from '../../src/kernel/logger.ts'
import { engines } from './engines.ts'
import { fill } from './filled.ts'

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
