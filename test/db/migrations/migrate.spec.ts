import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { brokenBy, migrationsIn, releasedIn } from '../../../src/bundle/released.ts'
import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { TOPIC_OF } from '../../../src/db/transactions/table-topics.ts'
import { freshDatabase, onEachEngine, sqlite } from '../../support/database/engines.ts'
import { madeIn, rowsIn, schemaFor } from '../../support/database/schema.ts'

const halfway: Migration = {
  async up(db) {
    await db.schema.createTable('half').addColumn('id', 'text').execute()
    await sql`insert into nowhere (id) values (1)`.execute(db)
  },
}

async function tablesOf(db: Database): Promise<string[]> {
  const found = await db.read(tx => open(tx).introspection.getTables())
  return found.map(table => table.name).sort()
}

onEachEngine('migrations', engine => {
  const fresh = freshDatabase(engine, { migrated: false })

  it('make a database ready, once', async () => {
    assert.equal(await fresh.db.isReady(), false)
    await fresh.db.migrate()
    assert.equal(await fresh.db.isReady(), true)
    await fresh.db.migrate()
    assert.deepEqual(await tablesOf(fresh.db), Object.keys(TOPIC_OF).toSorted())
  })

  it('leave nothing behind when one fails', async () => {
    const broken = await openDatabase({
      url: fresh.url,
      migrations: { ...migrations, '999-halfway': halfway },
    })
    await assert.rejects(broken.migrate(), /nowhere/)
    assert.deepEqual(await tablesOf(broken), [])
    assert.equal(await broken.isReady(), false)
    await broken.close()
  })

  it('of a newer version are told, and nothing is changed', async () => {
    await fresh.db.migrate()
    const later = sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01')`
    await fresh.db.transact(tx => later.execute(open(tx)))
    const said = { name: 'MigrationFault', message: /newer version .*\(999-later\)/ }
    await assert.rejects(fresh.db.migrate(), said)
    assert.equal((await tablesOf(fresh.db)).length > 60, true)
  })

  it('of a version between releases are told what to do, and nothing is changed', async () => {
    await fresh.db.migrate()
    const [name = '', ...later] = Object.keys(migrations).slice(-3)
    assert.equal(later.length, 2)
    const gone = sql`delete from kysely_migration where name = ${name}`
    await fresh.db.transact(tx => gone.execute(open(tx)))
    const message = new RegExp(
      `without ${name}: .* nothing was changed\\. Start the version that made it, or restore`,
    )
    await assert.rejects(fresh.db.migrate(), { name: 'MigrationFault', message })
  })

  it('say whether they made the database, and which of them ran', async () => {
    const names = Object.keys(migrations)
    const before = Object.fromEntries(Object.entries(migrations).slice(0, 50))
    const older = await openDatabase({ url: fresh.url, migrations: before })
    if (engine.name === 'postgres') {
      assert.deepEqual(await older.migrate(), { made: true, ran: names.slice(0, 50) })
      assert.deepEqual(await fresh.db.migrate(), { made: false, ran: names.slice(50) })
    } else assert.deepEqual(await fresh.db.migrate(), { made: true, ran: names })
    assert.deepEqual(await fresh.db.migrate(), { made: false, ran: [] })
    await older.close()
  })

  it('wait for one another when two instances start at once', async () => {
    const second = await openDatabase({ url: fresh.url })
    await Promise.all([fresh.db.migrate(), second.migrate()])
    assert.deepEqual([await fresh.db.isReady(), await second.isReady()], [true, true])
    await second.close()
  })
})

describe('the migrations of a release', () => {
  const released = releasedIn('.')
  const today = Object.keys(migrations)

  it('come first, in their order: whoever has that version can be brought up to this one', () => {
    assert.ok(Object.keys(released).length > 0)
    for (const [version, files] of Object.entries(released)) {
      const names = Object.keys(files)
      assert.deepEqual(today.slice(0, names.length), names, `${version} cannot be brought up to this version`)
    }
  })

  it('are to the byte what they were then', () => {
    assert.deepEqual(Object.keys(migrationsIn('.')), today)
    assert.deepEqual(brokenBy(migrationsIn('.'), released), [])
  })

  it('are found out when one is changed, taken out, or put before the last', () => {
    const was = { '001-a': 'x', '003-c': 'z' }
    const faults = (now: Record<string, string>) => brokenBy(now, { '1.0.0': was })
    assert.deepEqual(faults({ ...was, '004-d': 'w' }), [])
    assert.deepEqual(faults({ '001-a': 'y', '003-c': 'z' }), ['001-a is not what it was in 1.0.0'])
    assert.deepEqual(faults({ '001-a': 'x' }), ['003-c is not what it was in 1.0.0'])
    assert.deepEqual(faults({ ...was, '002-b': 'y' }), ['002-b comes before the last of 1.0.0'])
  })

  it('are taken by the migrator in the order in which they stand', () => {
    assert.deepEqual(today, today.toSorted())
  })
})

describe('the schema that other tests begin with', () => {
  const fresh = freshDatabase(sqlite, { migrated: false })

  async function leftBy(db: Database) {
    await db.migrate()
    return db.read(async tx => {
      const made = (await madeIn(tx)).toSorted((one, other) => (one.name < other.name ? -1 : 1))
      const tables = made.filter(({ type }) => type === 'table').map(({ name }) => name)
      const rows = await Promise.all(tables.map(table => rowsIn(tx, table)))
      const ran = (await rowsIn(tx, 'kysely_migration')).map(({ name }) => name)
      return { made, rows, ran }
    })
  }

  it('is what our migrations leave, to the row, also where some of them have run before', async () => {
    const names = Object.keys(migrations)
    const ours = await leftBy(fresh.db)
    assert.deepEqual(ours.ran, names)
    assert.ok(ours.made.length > 150)
    assert.ok(ours.rows.some(({ length }) => length > 0))
    for (const some of [0, 20]) {
      const folder = mkdtempSync(join(tmpdir(), 'faire-schema-'))
      const url = `file:${join(folder, 'a.sqlite')}`
      const before = Object.fromEntries(Object.entries(migrations).slice(0, some))
      const old = await openDatabase({ url, migrations: before })
      await old.migrate()
      await old.close()
      const other = await openDatabase({ url, migrations: schemaFor(url) })
      assert.deepEqual(await leftBy(other), ours)
      await other.close()
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a database', () => {
  it('refuses a url of another kind without repeating it', async () => {
    await assert.rejects(openDatabase({ url: 'mysql://me:secret@there' }), error => {
      assert.ok(error instanceof Error)
      return /file: or postgres:/.test(error.message) && !error.message.includes('secret')
    })
  })

  it('is not ready when it cannot be reached', async () => {
    const db = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })
    assert.equal(await db.isReady(), false)
    await db.close()
  })
})
