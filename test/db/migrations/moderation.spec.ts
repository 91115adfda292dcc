import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'
import { createDatabase } from '../../support/product/bot.ts'

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '037'))
const ROWS = [
  `insert into idea (id, author, text, state, supports, directions, created_at)
    values ('i', 'p', 'Une idée', 'answered', 2, 1, 1)`,
  ...[`'p', 'd', 2`, `'r', null, 3`].map(
    row => `insert into idea_support (idea_id, person_id, direction, at) values ('i', ${row})`,
  ),
]

onEachEngine('supports of before', engine => {
  it('count for the idea that they were given to, which nobody hid, reported or joined', async () => {
    const { url, drop } = await createDatabase(engine)
    const old = await openDatabase({ url, migrations: before })
    await old.migrate()
    await old.transact(async tx => {
      for (const row of ROWS) await sql.raw(row).execute(open(tx))
    })
    await old.close()
    const db = await openDatabase({ url })
    await db.migrate()
    const [idea, again, found] = await db.transact(async tx => {
      const store = ideaRows(tx)
      const idea = await store.find('i')
      await store.recount('i')
      return [idea, await store.find('i'), [...(await store.supportedBy('r', ['i']))]]
    })
    await db.close()
    await drop()
    assert.deepEqual(again, idea)
    assert.deepEqual(
      [idea?.supports, idea?.state, idea?.hidden, idea?.root],
      [2, 'answered', undefined, undefined],
    )
    assert.deepEqual(found, ['i'])
  })
})
