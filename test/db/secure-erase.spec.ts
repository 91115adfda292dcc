import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import pg from 'pg'
import { type Database, open, openDatabase } from '../../src/db/index.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'

const MARKER = 'what must not be found again'
const ROWS = 200

/** Rows that hold the marker, each changed once, all of them gone. */
async function writeAndDelete({ transact }: Database): Promise<void> {
  const keys = Array.from({ length: ROWS }, (_, at) => ({
    key: `${MARKER} ${at}`,
    id: MARKER,
    expires_at: 1,
  }))
  await transact(tx => open(tx).insertInto('seen').values(keys).execute())
  await transact(tx => open(tx).updateTable('seen').set({ id: MARKER.toUpperCase() }).execute())
  await transact(tx => open(tx).deleteFrom('seen').execute())
}

describe('a scrub, of a file', () => {
  let folder: string
  let file: string
  let db: Database

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-scrub-'))
    file = join(folder, 'programme.sqlite')
    db = await openDatabase({ url: `file:${file}` })
    await db.migrate()
    await writeAndDelete(db)
  })
  afterEach(async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const left = () => {
    const files = [file, `${file}-wal`, `${file}-shm`].filter(existsSync)
    return files.filter(each => readFileSync(each).toString('latin1').toLowerCase().includes(MARKER))
  }

  it('leaves nothing in it of what was deleted, nor in the journal beside it', async () => {
    assert.deepEqual(left(), [`${file}-wal`])
    await db.purge(['seen'])
    assert.deepEqual(left(), [])
    assert.equal(readFileSync(`${file}-wal`).length, 0)
    assert.equal(await db.isReady(), true)
  })

  it('fails while another process reads an older state, and can be tried again', async () => {
    const other = new DatabaseSync(file)
    other.exec('begin')
    other.prepare('select count(*) from seen').get()
    await db.transact(tx =>
      open(tx).insertInto('seen').values({ key: 'k', id: 'i', expires_at: 1 }).execute(),
    )
    await assert.rejects(db.purge(['seen']), /journal cannot be cut/)
    other.exec('rollback')
    other.close()
    await db.purge(['seen'])
    assert.deepEqual(left(), [])
  })
})

/** A database of a role of its own, as an administration gives one. */
async function ownedBy(server: string) {
  const name = `owner_${randomBytes(6).toString('hex')}`
  const command = async (...lines: readonly string[]) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    for (const line of lines) await client.query(line)
    await client.end()
  }
  await command(`create role ${name} login password '${name}'`, `create database ${name} owner ${name}`)
  const url = new URL(server)
  url.pathname = name
  url.username = name
  url.password = name
  const db = await openDatabase({ url: url.href })
  await db.migrate()
  const drop = async () => {
    await db.close()
    await command(`drop database ${name} with (force)`, `drop role ${name}`)
  }
  return { db, drop }
}

onEachEngine('a scrub', engine => {
  const standing = freshDatabase(engine)

  it('keeps what was not deleted', async () => {
    const { db } = standing
    await writeAndDelete(db)
    await db.transact(tx =>
      open(tx).insertInto('seen').values({ key: 'k', id: 'i', expires_at: 1 }).execute(),
    )
    await db.purge(['seen', 'post'])
    const kept = await db.read(tx => open(tx).selectFrom('seen').selectAll().execute())
    assert.deepEqual(kept, [{ key: 'k', id: 'i', expires_at: 1 }])
  })

  if (engine.name === 'postgres')
    it('leaves a table no larger than what it holds', async () => {
      const { db } = standing
      await writeAndDelete(db)
      const size = async () => {
        const asked = sql<{ size: number }>`select pg_relation_size('seen') as size`
        return (await db.read(tx => asked.execute(open(tx)))).rows[0]?.size
      }
      assert.ok(Number(await size()) > 0)
      await db.purge(['seen'])
      assert.equal(await size(), 0)
    })

  if (engine.name === 'postgres')
    it('is done by a role that owns its tables and may do nothing else', async () => {
      const owner = await ownedBy(standing.url)
      await writeAndDelete(owner.db)
      await owner.db.purge(['seen'])
      assert.equal(await owner.db.isReady(), true)
      await owner.drop()
    })
})
