import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { createDatabase } from '../../support/product/bot.ts'

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '025'))

const ROWS = [
  `insert into team (id, name, welcomed_at, removed_at) values ('t', 'Équipe', 1, null)`,
  `insert into channel (id, team_id, name, address, removed_at) values ('c', 't', 'Ateliers', 'a', null)`,
  `insert into channel (id, team_id, name, address, removed_at) values ('d', 't', 'Idées', 'a', 5)`,
  `insert into workshop (id, title, description, axis, starts_at, ends_at, place, link, capacity, channel_id,
    organiser, seats_taken, directions, created_at) values ('w', 'T', '', 'x', 1, 2, 'P', '', 3, 'c', 'p', 0, 0, 1)`,
  `insert into registration (workshop_id, person_id, direction, answer, answered_at) values ('w', 'p', 'd', 'yes', 1)`,
  `insert into registration (workshop_id, person_id, direction, answer, answered_at) values ('w', 'q', null, 'no', 1)`,
  `insert into ballot (id, question, channel_id, organiser, closes_at, votes, created_at)
    values ('b', 'Q', 'd', 'p', 2, 0, 1)`,
  `insert into idea_box (id, question, channel_id, organiser, created_at) values ('x', 'Q', 'c', 'p', 1)`,
  ...['workshop:w', 'ballot:b', 'box:x', 'idea:i', 'message:m:1'].map(
    key => `insert into post (key, address, message_id, posted_at, edited_at, edits, burst_at)
      values ('${key}', 'a', 'm', 1, 1, 0, 1)`,
  ),
]

onEachEngine('what was announced in one channel', engine => {
  it('stands in a row, and its card is edited where it was', async () => {
    const { url, drop } = await createDatabase(engine)
    const old = await openDatabase({ url, migrations: before })
    await old.migrate()
    await old.transact(async tx => {
      for (const row of ROWS) await sql.raw(row).execute(open(tx))
    })
    await old.close()
    const db = await openDatabase({ url })
    await db.migrate()
    const [announced, posts, channels, answers] = await db.read(async tx => [
      await open(tx).selectFrom('announced').selectAll().orderBy('thing').execute(),
      await open(tx).selectFrom('post').select('key').orderBy('key').execute(),
      await open(tx).selectFrom('channel').select(['id', 'deleted', 'direction']).orderBy('id').execute(),
      await open(tx)
        .selectFrom('registration')
        .select(['answer', 'pool', 'day_key'])
        .orderBy('person_id')
        .execute(),
    ])
    await db.close()
    await drop()
    assert.deepEqual(
      announced.map(({ thing, id, channel_id, state }) => `${thing} ${id} ${channel_id} ${state}`),
      ['ballot b d sent', 'box x c sent', 'workshop w c sent'],
    )
    assert.deepEqual(
      posts.map(({ key }) => key),
      ['ballot:b:d', 'box:x:c', 'idea:i', 'message:m:1', 'workshop:w:c'],
    )
    assert.deepEqual(answers, [
      { answer: 'yes', pool: 'open', day_key: null },
      { answer: 'no', pool: null, day_key: null },
    ])
    assert.deepEqual(channels, [
      { id: 'c', deleted: 0, direction: null },
      { id: 'd', deleted: 1, direction: null },
    ])
  })
})
