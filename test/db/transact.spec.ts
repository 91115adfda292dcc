import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { type Database, lockRow, open, openDatabase, type Tables } from '../../src/db/index.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { createRegistry } from '../../src/metrics/registry.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'

const counter = { id: 'current', content: '{}', loaded_at: 0 } as const
const insert = (tx: Tx, row: object = counter) =>
  open(tx)
    .insertInto('programme')
    .values(row as Tables['programme'])
    .execute()

async function counted(db: Database): Promise<number | undefined> {
  const row = await db.read(tx => open(tx).selectFrom('programme').select('loaded_at').executeTakeFirst())
  return row?.loaded_at
}

async function addOne(tx: Tx): Promise<void> {
  const row = await lockRow(
    tx,
    open(tx).selectFrom('programme').select('loaded_at'),
  ).executeTakeFirstOrThrow()
  await open(tx)
    .updateTable('programme')
    .set({ loaded_at: row.loaded_at + 1 })
    .execute()
}

onEachEngine('a transaction', engine => {
  const fresh = freshDatabase(engine)

  it('keeps all of it, or nothing', async () => {
    const failing = fresh.db.transact(async tx => {
      await insert(tx)
      throw new Error('changed my mind')
    })
    await assert.rejects(failing, /changed my mind/)
    assert.equal(await counted(fresh.db), undefined)
    await fresh.db.transact(tx => insert(tx))
    assert.equal(await counted(fresh.db), 0)
  })

  it('loses no count among a hundred at once, the row being locked', async () => {
    await fresh.db.transact(tx => insert(tx))
    await Promise.all(Array.from({ length: 100 }, () => fresh.db.transact(addOne)))
    assert.equal(await counted(fresh.db), 100)
  })

  it('runs again when another was faster with the same key', async () => {
    const find = (tx: Tx) => open(tx).selectFrom('programme').select('id').executeTakeFirst()
    const ensure = () => fresh.db.transact(async tx => (await find(tx)) ?? (await insert(tx)))
    await Promise.all(Array.from({ length: 10 }, ensure))
    assert.equal(await counted(fresh.db), 0)
  })

  it('cannot be used once it has ended', async () => {
    const tx = await fresh.db.transact(async left => left)
    await assert.rejects(insert(tx), /committed/)
  })

  it('gives times back as numbers', async () => {
    await fresh.db.transact(tx => insert(tx, { ...counter, loaded_at: 1_808_000_000_000 }))
    assert.equal(await counted(fresh.db), 1_808_000_000_000)
  })

  for (const [kind, value] of [
    ['true', true],
    ['a Date', new Date(0)],
    ['an object', { a: 1 }],
    ['NaN', Number.NaN],
    ['undefined', undefined],
    ['text with NUL', 'a\u0000b'],
  ] as const) {
    it(`refuses ${kind} as a value, on both engines alike`, async () => {
      const writing = fresh.db.transact(tx =>
        open(tx)
          .updateTable('programme')
          .set({ content: 'x' })
          .where('content', '=', value as never)
          .execute(),
      )
      await assert.rejects(writing, { name: 'TypeError', message: /not a portable column value/ })
    })
  }
})

onEachEngine('transactions that cross', engine => {
  const registry = createRegistry()
  const fresh = freshDatabase(engine, { meter: registry.meter })

  it('are counted each time that one is run again', async () => {
    let tries = 0
    const crossing = async (tx: Tx) => {
      tries += 1
      if (tries < 3) throw Object.assign(new Error('could not serialize access'), { code: '40001' })
      await insert(tx)
    }
    await Promise.all([fresh.db.transact(crossing), fresh.db.transact(async () => {})])
    assert.equal(tries, 3)
    assert.match(await registry.text(), /^faire_transactions_crossed_total 2$/m)
  })
})

onEachEngine('reading', engine => {
  const fresh = freshDatabase(engine)

  it('cannot write', async () => {
    await assert.rejects(
      fresh.db.read(tx => insert(tx)),
      /read-?only/,
    )
    await assert.rejects(
      fresh.db.read(tx => sql`delete from limit_use`.execute(open(tx))),
      /read-?only/,
    )
    await assert.rejects(
      fresh.db.read(tx =>
        sql`with gone as (select key from limit_use) delete from limit_use where key in (select key from gone)`.execute(
          open(tx),
        ),
      ),
      /read-?only/,
    )
    const { rows } = await fresh.db.read(tx =>
      sql`with numbers (n) as (values (1), (2)) select n from numbers`.execute(open(tx)),
    )
    assert.equal(rows.length, 2)
    await fresh.db.transact(tx => insert(tx))
    assert.equal(await counted(fresh.db), 0)
  })
})

describe('one SQLite file', () => {
  const writer = fileURLToPath(new URL('writer.ts', import.meta.url))
  const write = (url: string) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', writer, url, '200'])

  it('takes 200 writes from each of two processes and loses none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faire-'))
    const url = `file:${join(folder, 'deep', 'programme.sqlite')}`
    const db = await openDatabase({ url })
    await db.migrate()
    await db.transact(tx => insert(tx))
    await Promise.all([write(url), write(url)])
    assert.equal(await counted(db), 400)
    await db.close()
    await rm(folder, { recursive: true })
  })
})
