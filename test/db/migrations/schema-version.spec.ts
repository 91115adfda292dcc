import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { open, openDatabase } from '../../../src/db/index.ts'
import { migrations as ours } from '../../../src/db/migrations/index.ts'
import { tryDatabase } from '../../../src/db/schema/schema-version.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freePort } from '../../support/machine/port.ts'

const NAMES = Object.keys(ours).sort()
const upTo = (last: number) =>
  Object.fromEntries(Object.entries(ours).filter(([name]) => NAMES.indexOf(name) < last))

onEachEngine('a database that is tried', engine => {
  let url: string
  let drop: () => Promise<void>
  beforeEach(async () => {
    const made = await engine.create()
    if (engine.name === 'postgres') {
      url = made.url
      drop = made.drop
      return
    }
    const folder = mkdtempSync(join(tmpdir(), 'faire-trial-'))
    url = `file:${folder}/x.sqlite`
    drop = async () => rmSync(folder, { recursive: true })
  })
  afterEach(() => drop())

  async function migrated(migrations = ours): Promise<void> {
    const database = await openDatabase({ url, migrations })
    await database.migrate()
    await database.close()
  }

  async function tables(): Promise<number> {
    const database = await openDatabase({ url })
    const found = await database.read(tx =>
      open(tx).introspection.getTables({ withInternalKyselyTables: true }),
    )
    await database.close()
    return found.length
  }

  it('is empty, of an earlier version or of this one, and stays as it was', async () => {
    const schema = async () => {
      const before = await tables()
      const found = await tryDatabase(url)
      assert.equal(found.engine, engine.name)
      assert.equal(await tables(), before)
      return found.schema
    }
    assert.equal(await schema(), 'empty')
    await migrated(upTo(20))
    assert.equal(await schema(), 'older')
    await migrated()
    assert.equal(await schema(), 'current')
  })

  it('is of a newer version, or of one between two', async () => {
    await migrated()
    const { [NAMES[30] ?? '']: _, ...without } = ours
    assert.equal((await tryDatabase(url, without)).schema, 'newer')
    const late = { ...ours, '010-late': { up: async () => {} } }
    assert.equal((await tryDatabase(url, late)).schema, 'apart')
  })

  it('may be used by a server meanwhile', async () => {
    const database = await openDatabase({ url })
    await database.migrate()
    const used = async () => {
      for (let turn = 0; turn < 20; turn++)
        await database.transact(tx => open(tx).updateTable('lease').set({ name: 'delivery' }).execute())
    }
    await Promise.all([used(), tryDatabase(url), used()])
    await database.close()
  })

  if (engine.name === 'sqlite') return

  it('lets nobody make a table who has no right to, nobody in under a wrong password, and answers where it is', async () => {
    await migrated()
    const as = async (text: string) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(text).finally(() => client.end())
    }
    const name = `reader_${process.pid}`
    await as(
      `create role ${name} login password 'read'; grant select on all tables in schema public to ${name}`,
    )
    const reader = new URL(url)
    Object.assign(reader, { username: name, password: 'read' })
    await assert.rejects(tryDatabase(reader.href), { code: '42501' })
    await as(`grant create on schema public to ${name}`)
    await assert.rejects(
      tryDatabase(reader.href),
      { code: '42501' },
      'it may make tables, not change those that stand',
    )
    reader.password = 'wrong'
    await assert.rejects(tryDatabase(reader.href), { code: '28P01' })
    reader.port = String(await freePort())
    await assert.rejects(tryDatabase(reader.href), { code: 'ECONNREFUSED' })
    await as(`drop owned by ${name}; drop role ${name}`)
  })
})

describe('a file that is tried', () => {
  it('is not written to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-trial-'))
    const url = `file:${folder}/x.sqlite`
    const database = await openDatabase({ url })
    await database.migrate()
    await database.close()
    const before = statSync(join(folder, 'x.sqlite'))
    await tryDatabase(url)
    const { size, mtimeMs } = statSync(join(folder, 'x.sqlite'))
    assert.deepEqual({ size, mtimeMs }, { size: before.size, mtimeMs: before.mtimeMs })
    rmSync(folder, { recursive: true })
  })
})
