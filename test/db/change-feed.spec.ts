import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, open, openDatabase } from '../../src/db/index.ts'
import { type ChangeTopic, TOPICS } from '../../src/kernel/storage/change-topic.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { engines, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const programme = { id: 'current', content: '{}', loaded_at: 0 } as const
const insert = (tx: Tx) => open(tx).insertInto('programme').values(programme).execute()
const update = (tx: Tx, from: number, to: number) =>
  open(tx).updateTable('programme').set({ loaded_at: to }).where('loaded_at', '=', from).execute()

/** What one database tells; `next` waits for what is told next. */
function follow(db: Pick<Database, 'subscribe'>) {
  const told: (readonly ChangeTopic[])[] = []
  let came = Promise.withResolvers<void>()
  const leave = db.subscribe(topics => {
    told.push(topics)
    came.resolve()
    came = Promise.withResolvers()
  })
  const next = async () => {
    while (told.length === 0) await came.promise
    return told.shift()
  }
  return { told, next, leave }
}

onEachEngine('what a transaction changed', engine => {
  const fresh = freshDatabase(engine)

  /** All that is told of `work`: on PostgreSQL that it listens, and so may have missed anything, is left out. */
  async function toldOf(...work: ((tx: Tx) => Promise<unknown>)[]) {
    const following = follow(fresh.db)
    if (engine.name === 'postgres') assert.deepEqual(await following.next(), TOPICS)
    for (const each of work) await fresh.db.transact(each).catch(() => {})
    following.leave()
    return following.told
  }

  it('is told once it is committed, by the names of what it is about', async () => {
    const told = await toldOf(
      insert,
      async tx => {
        await update(tx, 0, 1)
        await open(tx)
          .insertInto('idea_box')
          .values({ id: 'b', question: '?', organiser: 'm', created_at: 0 })
          .execute()
        await open(tx).insertInto('audit_person').values({ person_id: 'm', who: 'w' }).execute()
      },
      tx => open(tx).deleteFrom('programme').execute(),
    )
    assert.deepEqual(told, [['programme'], ['audit', 'ideas', 'programme'], ['programme']])
  })

  it('is nothing when no row was found, or nobody shows it, or it was only read', async () => {
    const told = await toldOf(
      tx => update(tx, 7, 8),
      tx => open(tx).deleteFrom('idea').where('id', '=', 'none').execute(),
      tx => open(tx).insertInto('seen').values({ key: 'k', id: 'i', expires_at: 0 }).execute(),
      tx =>
        open(tx)
          .insertInto('feedback_answer')
          .values({ id: 'f', workshop_id: 'w', rating: 3, sentence: '' })
          .execute(),
      tx => open(tx).selectFrom('programme').selectAll().execute(),
    )
    assert.deepEqual(told, [])
  })

  it('is nothing when it was rolled back', async () => {
    const told = await toldOf(async tx => {
      await insert(tx)
      throw new Error('changed my mind')
    })
    assert.deepEqual(told, [])
  })
})

for (const engine of engines.filter(({ name }) => name === 'postgres')) {
  describe('what another instance changed', () => {
    const fresh = freshDatabase(engine)
    let other: Database
    beforeEach(async () => {
      other = await openDatabase({ url: fresh.url })
    })
    afterEach(() => other.close())

    it('is told as soon as it stands there', async () => {
      const [here, there] = [follow(fresh.db), follow(other)]
      assert.deepEqual([await here.next(), await there.next()], [TOPICS, TOPICS])
      await fresh.db.transact(insert)
      assert.deepEqual([await here.next(), await there.next()], [['programme'], ['programme']])
      await other.transact(tx => update(tx, 0, 1))
      assert.deepEqual([await here.next(), await there.next()], [['programme'], ['programme']])
      assert.deepEqual([here.told, there.told], [[], []])
    })

    it('may be anything once the connection was lost, and is then told again', async () => {
      const here = follow(fresh.db)
      await here.next()
      const client = new pg.Client({ connectionString: fresh.url })
      await client.connect()
      const mine = "application_name like '% changes' and datname = current_database()"
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${mine}`)
      await client.end()
      assert.deepEqual(await here.next(), TOPICS)
      await other.transact(insert)
      assert.deepEqual(await here.next(), ['programme'])
    })
  })
}

describe('what a command beside the server changed in SQLite’s file', () => {
  it('is told within seconds, as anything', async function () {
    this.timeout(10_000)
    const folder = await mkdtemp(join(tmpdir(), 'changes-'))
    const url = `file:${join(folder, 'data.db')}`
    const db = await openDatabase({ url })
    await db.migrate()
    const beside = await openDatabase({ url })
    const here = follow(db)
    await db.transact(insert)
    assert.deepEqual(await here.next(), ['programme'])
    await beside.transact(tx => update(tx, 0, 1))
    assert.deepEqual(await here.next(), TOPICS)
    assert.deepEqual(here.told, [])
    here.leave()
    await beside.close()
    await db.close()
    await rm(folder, { recursive: true })
  })
})
