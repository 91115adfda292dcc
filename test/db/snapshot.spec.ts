import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, open, openDatabase } from '../../src/db/index.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { engines } from '../support/database/engines.ts'

const seen = (id: string) => ({ key: id, id, expires_at: 1 })
const keys = async (tx: Tx) =>
  (await open(tx).selectFrom('seen').select('key').orderBy('key').execute()).map(({ key }) => key)

for (const engine of engines)
  describe(`a moment of the database, on ${engine.name}`, () => {
    let folder: string
    let db: Database
    let drop: () => Promise<void>
    const write = (id: string) => db.transact(tx => open(tx).insertInto('seen').values(seen(id)).execute())

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'faire-moment-'))
      // In memory there is one connection, and no moment that others write beside.
      const made = await engine.create()
      drop = made.drop
      db = await openDatabase({
        url: engine.name === 'sqlite' ? `file:${folder}/moment.sqlite` : made.url,
      })
      await db.migrate()
      await write('before')
    })
    afterEach(async () => {
      await db.close()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    })

    it('stays as it was, while others write', async () => {
      const { tx, end } = await db.beginSnapshot()
      assert.deepEqual(await keys(tx), ['before'])
      await write('meanwhile')
      assert.deepEqual(await keys(tx), ['before'])
      assert.deepEqual(await db.read(keys), ['before', 'meanwhile'])
      await end()
      const later = await db.beginSnapshot()
      assert.deepEqual(await keys(later.tx), ['before', 'meanwhile'])
      await later.end()
    })

    it('lets nobody write through it', async () => {
      const { tx, end } = await db.beginSnapshot()
      await assert.rejects(async () => open(tx).insertInto('seen').values(seen('never')).execute())
      await end()
      assert.deepEqual(await db.read(keys), ['before'])
    })

    it('leaves no connection behind, however many there were', async () => {
      for (let time = 0; time < 25; time++) {
        const { tx, end } = await db.beginSnapshot()
        assert.equal((await keys(tx)).length, 1)
        await Promise.all([end(), end()])
      }
      await write('after')
      if (engine.name === 'sqlite') await db.purge(['seen'])
    })

    if (engine.name === 'sqlite')
      it('puts a scrub off at once, and not after a second in which everybody waits', async () => {
        const { tx, end } = await db.beginSnapshot()
        await keys(tx)
        await write('meanwhile')
        const from = performance.now()
        await assert.rejects(db.purge(['seen']), /export/)
        assert.ok(performance.now() - from < 500)
        await end()
        await db.purge(['seen'])
      })
  })
