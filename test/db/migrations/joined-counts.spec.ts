import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'
import { createDatabase } from '../../support/product/bot.ts'

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '064'))
/** By `p`, two without a name, one of them joined with the other; by `q` and `r` two named ones, joined as well. */
const IDEAS = [
  ['a', 'p', 1, null, 2],
  ['b', 'p', 1, 'a', 0],
  ['c', 'q', 0, null, 2],
  ['d', 'r', 0, 'c', 0],
] as const
const SUPPORTS = [
  ['a', 'p', 'a'],
  ['a', 'q', 'a'],
  ['b', 'p', 'a'],
  ['b', 'q', 'a'],
  ['c', 'q', 'c'],
  ['c', 'r', 'c'],
  ['d', 'r', 'c'],
] as const

onEachEngine('ideas that were joined before', engine => {
  it('count as they are counted from now on, where one of them shows no name, and as before elsewhere', async () => {
    const { url, drop } = await createDatabase(engine)
    const old = await openDatabase({ url, migrations: before })
    await old.migrate()
    await old.transact(async tx => {
      for (const [id, author, unnamed, root, supports] of IDEAS)
        await sql`insert into idea (id, author, text, state, unnamed, root, supports, directions, created_at)
          values (${id}, ${author}, 'Une idée', 'received', ${unnamed}, ${root}, ${supports}, 1, 1)`.execute(
          open(tx),
        )
      for (const [idea, person, root] of SUPPORTS)
        await sql`insert into idea_support (idea_id, person_id, direction, at, counts_for)
          values (${idea}, ${person}, 'lycees', 1, ${root})`.execute(open(tx))
    })
    await old.close()
    const db = await openDatabase({ url })
    await db.migrate()
    const counted = () =>
      db.transact(async tx =>
        (await open(tx).selectFrom('idea').selectAll().orderBy('id').execute()).map(row => [
          row.id,
          row.supports,
          row.directions,
        ]),
      )
    const migrated = await counted()
    await db.transact(async tx => {
      for (const id of ['a', 'c']) await ideaRows(tx).recount(id)
    })
    assert.deepEqual(await counted(), migrated)
    await db.close()
    await drop()
    assert.deepEqual(
      migrated.map(([, supports]) => supports),
      [3, 0, 2, 0],
    )
  })
})
