import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import { trialNames } from '../../src/features/trials/records/expiry-store.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { introduce } from '../support/workshops/attendance.ts'

const PEOPLE = ['carrier', 'tester'] as const
const SHEET = { problem: '', story: '', inspiring: '', outcome: '', phase: 'test', resources: [] } as const
const PLAN = { change_text: '', directions: '["culture"]', site: '', rhythm: 'end', turn: 0 } as const
const DAYS = { from_day: '2027-01-04', until_day: '2027-02-12', decided_on: '2027-02-12' }
const DECIDED = { decision: 'stop', why: 'a', learnt: 'b', decided_directions: '[]' } as const

/** Begun at 10, tried by both at 20, decided by the carrier, who typed a number. */
async function addTrial(tx: Tx): Promise<void> {
  const db = open(tx)
  const counts = { supports: 0, directions: 0, comments: 0 }
  const idea = { id: 'idea', author: 'carrier', text: 'Des vélos', state: 'initiative', at: 1 } as const
  await ideaStore(tx).add({ ...idea, ...counts })
  await initiativeStore(tx).add({ ...SHEET, id: 'idea', title: 'Vélos', owner: 'carrier', members: 0, at: 1 })
  const words = { if_text: 'nous essayons', then_text: 'nous verrons' }
  const planned = { planned_by: 'carrier', created_at: 10 }
  const decided = { ...DECIDED, ...DAYS, decided_by: 'carrier', decided_at: 50 }
  const trial = { id: 'trial', idea_id: 'idea', number: 1, ...words, ...planned, ...PLAN, ...decided }
  await db.insertInto('trial').values(trial).execute()
  const measure = { id: 'measure', trial_id: 'trial', position: 0, kind: 'number', text: 'appels' } as const
  await db
    .insertInto('trial_measure')
    .values({ ...measure, unit: '', better: 'down' })
    .execute()
  const typed = { measure_id: 'measure', day: '2027-01-08', value: 9, start: 0, typed_by: 'carrier' } as const
  await db.insertInto('trial_reading').values(typed).execute()
  for (const person_id of PEOPLE)
    await db.insertInto('trial_tester').values({ trial_id: 'trial', person_id, joined_at: 20 }).execute()
}

onEachEngine('the names on what was tried', engine => {
  const database = freshDatabase(engine)
  const names = trialNames(randomIds)

  beforeEach(async () => {
    for (const id of PEOPLE)
      await introduce(database.db, { id, name: id, role: 'agent', language: 'fr', direction: 'culture' })
    await database.db.transact(addTrial)
  })

  const count = (before: number) => database.db.read(tx => names.count(tx, before, 100))
  const erase = (before: number, limit: number) =>
    database.db.transact(tx => names.erase(tx, before, limit, { now: 100, note: database.db.note }))

  it('stay until their time is over', async () => {
    assert.equal(await count(10), 0)
    assert.equal(await erase(10, 10), 0)
    assert.deepEqual([await count(11), await count(21)], [2, 4])
  })

  it('go then, some at a time, and what was tried stays, with how many tried it', async () => {
    assert.deepEqual([await erase(21, 1), await erase(21, 10), await erase(21, 10)], [1, 3, 0])
    const left = await database.db.read(async tx => ({
      testers: await open(tx).selectFrom('trial_tester').select('person_id').execute(),
      typed: await open(tx).selectFrom('trial_reading').select(['value', 'typed_by']).execute(),
      decided: await open(tx).selectFrom('trial').select(['learnt', 'planned_by', 'decided_by']).execute(),
    }))
    assert.deepEqual(left.typed, [{ value: 9, typed_by: null }])
    assert.deepEqual(left.decided, [{ learnt: 'b', planned_by: null, decided_by: null }])
    const ids = left.testers.map(({ person_id }) => person_id)
    assert.equal(new Set(ids).size, 2)
    assert.ok(PEOPLE.every(id => !ids.includes(id)))
  })
})
