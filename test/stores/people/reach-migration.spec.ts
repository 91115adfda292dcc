import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import type { ReachTally } from '../../../src/features/people/reach/domain.ts'
import { reachStore } from '../../../src/features/people/reach/store.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { createDatabase } from '../../support/product/bot.ts'

const OLD = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '024'))
/** Who is known: with a chat or not, welcomed or not. */
const KNOWN = [
  ['ana', 'chat-ana', 70],
  ['ben', 'chat-ben', null],
  ['chloe', null, null],
] as const

onEachEngine('people of before', engine => {
  let drop = async () => {}
  let db: Database
  beforeEach(async () => {
    const made = await createDatabase(engine)
    drop = made.drop
    const old = await openDatabase({ url: made.url, migrations: OLD })
    await old.migrate()
    await old.transact(async tx => {
      for (const [id, chat, welcomed] of KNOWN)
        await sql`insert into person (id, tenant, object_id, name, role, direction, language, language_chosen, chat,
          welcomed_at, created_at) values (${id}, 't', ${id}, ${id}, 'agent', 'lycees', 'fr', 0, ${chat}, ${welcomed},
          50)`.execute(open(tx))
      const listed = { role: 'agent', leads: [], deputy: false }
      for (let n = 0; n < 1_203; n++)
        await sql`insert into expected_person (email, name, listed) values (${`${n}@x.fr`}, 'N',
          ${JSON.stringify(n === 0 ? listed : { ...listed, direction: 'lycees' })})`.execute(open(tx))
    })
    await old.close()
    db = await openDatabase({ url: made.url })
    await db.migrate()
  })
  afterEach(async () => {
    await db.close()
    await drop()
  })

  it('are where what was kept of them says, and those expected are in their Direction', async () => {
    await db.transact(async tx => {
      const reach = reachStore(tx)
      const kept = await reach.lock(KNOWN.map(([id]) => id))
      assert.deepEqual(
        KNOWN.map(([id]) => kept.get(id)),
        [
          { state: 'installed', since: 70, how: 'install', last: { install: 70 } },
          { state: 'conversation', since: 50, how: 'message', last: { message: 50 } },
          { state: 'not-installed', since: 50, how: 'met', last: {} },
        ],
      )
      const sorted = (tallies: readonly ReachTally[]) =>
        tallies.map(tally => Object.values(tally).join(' ')).toSorted()
      assert.deepEqual(sorted(await reach.tallies()), [
        ' expected 1',
        'lycees conversation 1',
        'lycees expected 1202',
        'lycees installed 1',
        'lycees not-installed 1',
      ])
    })
  })
})
