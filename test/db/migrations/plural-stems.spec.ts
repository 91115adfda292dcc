import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { createDatabase } from '../../support/product/bot.ts'

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '113'))

onEachEngine('stems that were kept before plurals had those of the singular', engine => {
  it('are written again, of each idea that is there', async () => {
    const { url, drop } = await createDatabase(engine)
    const old = await openDatabase({ url, migrations: before })
    await old.migrate()
    await old.transact(async tx => {
      for (const [id, text, state] of [
        ['a', 'Des usagers, des crédits', 'received'],
        ['b', 'Un potager', 'withdrawn'],
      ])
        await sql`insert into idea (id, author, text, state, unnamed, root, supports, directions, created_at)
          values (${id}, '', ${text}, ${state}, 0, null, 0, 0, 1)`.execute(open(tx))
      for (const stem of ['usager', 'credit', '=credit usager'])
        await sql`insert into idea_stem (idea_id, stem) values ('a', ${stem})`.execute(open(tx))
    })
    await old.close()
    const db = await openDatabase({ url })
    await db.migrate()
    const rows = await db.read(tx => open(tx).selectFrom('idea_stem').selectAll().orderBy('stem').execute())
    assert.deepEqual(
      rows.map(row => [row.idea_id, row.stem]),
      [
        ['a', '=cred usag'],
        ['a', 'cred'],
        ['a', 'usag'],
      ],
    )
    await db.close()
    await drop()
  })
})
