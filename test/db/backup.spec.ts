import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { backUp, type Database, open, openDatabase, restore } from '../../src/db/index.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { engines, sqlite } from '../support/database/engines.ts'
import { fill } from '../support/database/sample-rows.ts'

const weeks = (db: Database) =>
  db.read(async tx => {
    const of = (table: 'limit_use' | 'figure_week') =>
      open(tx)
        .selectFrom(table)
        .select(eb => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    return [Number((await of('limit_use')).n), Number((await of('figure_week')).n)]
  })

async function withFile<T>(path: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url: `file:${path}` })
  return work(db).finally(() => db.close())
}

for (const engine of engines)
  describe(`a backup, on ${engine.name}`, () => {
    let folder: string
    let db: Database
    let made: { url: string; drop: () => Promise<void> }
    const file = () => join(folder, 'kept.sqlite')

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'faire-backup-'))
      made =
        engine === sqlite ? { url: `file:${folder}/x.sqlite`, drop: async () => {} } : await engine.create()
      db = await openDatabase({ url: made.url })
      await db.migrate()
    })
    afterEach(async () => {
      await db.close()
      await made.drop()
      rmSync(folder, { recursive: true })
    })

    it('is of one moment, while others write', async function () {
      this.timeout(60_000)
      const writer = new Worker(new URL('./busy-writer.ts', import.meta.url), {
        workerData: { url: made.url },
      })
      assert.deepEqual(await once(writer, 'message'), ['writing'])
      await backUp(made.url, file(), silentLogger)
      writer.postMessage('end')
      const [pairs] = await once(writer, 'message')
      const [one = 0, other] = await withFile(file(), weeks)
      assert.equal(one, other)
      assert.ok(one >= 20 && one <= pairs, `${one} of ${pairs}`)
      assert.deepEqual(
        readdirSync(folder).filter(name => name.includes('part')),
        [],
      )
    })

    it('overwrites nothing, and leaves nothing half made', async () => {
      writeFileSync(file(), 'mine')
      await assert.rejects(backUp(made.url, file(), silentLogger), { name: 'DatabaseFileFault' })
      assert.equal(statSync(file()).size, 4)
      const nowhere = join(folder, 'gone', 'x.sqlite')
      await assert.rejects(backUp(made.url, nowhere, silentLogger), { message: /There is no folder/ })
      assert.deepEqual(
        readdirSync(folder).filter(name => name.includes('part')),
        [],
      )
    })

    it('takes the place of what stands, once no server runs on it', async () => {
      await fill(db, 2)
      await backUp(made.url, file(), silentLogger)
      await assert.rejects(restore(file(), made.url, silentLogger), /stop (the server|it) first/)
      const target = engine === sqlite ? made : await engine.create()
      if (engine === sqlite) {
        await db.transact(tx => open(tx).deleteFrom('limit_use').execute())
        await db.close()
      }
      const { aside } = await restore(file(), target.url, silentLogger)
      assert.equal(aside !== undefined && existsSync(aside), engine === sqlite)
      const restored = await openDatabase({ url: target.url })
      assert.deepEqual(await weeks(restored), [2, 2])
      assert.equal(await restored.isReady(), true)
      await restored.close()
      if (engine === sqlite) db = await openDatabase({ url: made.url })
      else await target.drop()
    })
  })

describe('a backup that cannot be put back', () => {
  let folder: string
  const kept = () => join(folder, 'kept.sqlite')
  const target = () => `file:${folder}/x.sqlite`
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-backup-'))
    await withFile(kept(), db => db.migrate())
    await withFile(join(folder, 'x.sqlite'), db => db.migrate().then(() => fill(db, 1)))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function staysAsItWas(said: RegExp): Promise<void> {
    await assert.rejects(restore(kept(), target(), silentLogger), said)
    assert.deepEqual(await withFile(join(folder, 'x.sqlite'), weeks), [1, 1])
    assert.deepEqual(
      readdirSync(folder).filter(name => name.includes('restoring')),
      [],
    )
  }

  it('is one of a newer version', async () => {
    await withFile(kept(), db =>
      db.transact(async tx => {
        const row = sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')`
        await row.execute(open(tx))
      }),
    )
    await staysAsItWas(/999-later/)
  })

  it('is one that was cut off, or is none', async () => {
    truncateSync(kept(), 40_000)
    await staysAsItWas(/no database of this product|damaged/)
    writeFileSync(kept(), 'a letter')
    await staysAsItWas(/no database of this product/)
  })
})
