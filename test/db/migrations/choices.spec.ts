import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { only } from '../../../src/features/ballots/ballot/choice.ts'
import { ballotStore } from '../../../src/features/ballots/ballot/store.ts'
import { differencesIn } from '../../../src/features/ballots/results/recount.ts'
import { countedFrom } from '../../../src/features/ballots/results/recount-store.ts'
import { voteStore } from '../../../src/features/ballots/voting/store.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { plainRules } from '../../support/features/ballot-rules.ts'
import { createDatabase } from '../../support/product/bot.ts'

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '037'))

const ROWS = [
  `insert into ballot (id, question, organiser, closes_at, votes, created_at) values ('b', 'Q', 'p', 9, 3, 1)`,
  ...['o', 'q'].map(
    (id, at) => `insert into ballot_option (id, ballot_id, position, title, votes)
      values ('${id}', 'b', ${at}, 'T', ${2 - at})`,
  ),
  ...[`'p', 'o', 'd', 2`, `'r', 'o', null, 3`, `'s', 'q', 'd', 4`].map(
    row => `insert into vote (ballot_id, person_id, option_id, direction, voted_at) values ('b', ${row})`,
  ),
]

onEachEngine('votes of one choice each', engine => {
  it('stand as choices of one point once the roll is apart, counted as before', async () => {
    const { url, drop } = await createDatabase(engine)
    const old = await openDatabase({ url, migrations: before })
    await old.migrate()
    await old.transact(async tx => {
      for (const row of ROWS) await sql.raw(row).execute(open(tx))
    })
    await old.close()
    const db = await openDatabase({ url })
    await db.migrate()
    const [ballot, choices, roll] = await db.transact(async tx => {
      const before = await ballotStore(tx).find('b')
      assert.deepEqual(before && differencesIn(before, await countedFrom(tx, before)), [])
      const people = await open(tx).selectFrom('vote').selectAll().orderBy('person_id').execute()
      const given = await Promise.all(people.map(row => voteStore(tx).choices(row.person_id, ['b'])))
      return [before, given.map(all => all.get('b')), people]
    })
    assert.deepEqual(ballot, {
      ...plainRules(1),
      id: 'b',
      question: 'Q',
      organiser: 'p',
      closesAt: 9,
      createdAt: 1,
      votes: 3,
      options: [
        { id: 'o', title: 'T', votes: 2, voters: 2 },
        { id: 'q', title: 'T', votes: 1, voters: 1 },
      ],
    })
    assert.deepEqual(choices, [
      { choice: only('o'), direction: 'd', at: 2 },
      { choice: only('o'), direction: undefined, at: 3 },
      { choice: only('q'), direction: 'd', at: 4 },
    ])
    assert.deepEqual(
      roll.map(row => row.voted_at),
      [2, 3, 4],
    )
    await assert.rejects(db.transact(tx => open(tx).deleteFrom('ballot').execute()))
    await db.close()
    await drop()
  })
})
