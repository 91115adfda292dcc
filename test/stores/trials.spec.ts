import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import type { InitiativeTrial } from '../../src/features/trials/trial/domain.ts'
import { trialStore } from '../../src/features/trials/trial/store.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'

const SHEET = { problem: '', story: '', inspiring: '', outcome: '', phase: 'explore', resources: [] } as const
const CALLS = { id: 'm', kind: 'number', text: 'Appels', unit: 'appels', better: 'down' } as const
const CLEAR = { id: 'q', kind: 'question', text: 'Est-ce clair ?', better: 'up' } as const

const TRIAL: InitiativeTrial = {
  id: 't',
  initiative: 'i',
  number: 1,
  hypothesis: { ifWe: "nous relisons « à deux » ; drop table trial; --'", expected: 'moins d’appels 📉' },
  change: '',
  directions: ['culture', 'lycees'],
  site: 'Mende',
  from: '2027-04-23',
  until: '2027-05-21',
  rhythm: 'weekly',
  measures: [CALLS, CLEAR],
  turn: 1,
  at: 5,
  plannedBy: 'p',
}

async function addInitiative(tx: Tx, id = 'i'): Promise<void> {
  const counts = { supports: 0, directions: 0, comments: 0 }
  await ideaStore(tx).add({ id, author: 'p', text: 'Relire', state: 'initiative', ...counts, at: 1 })
  await initiativeStore(tx).add({ ...SHEET, id, title: 'Relire', owner: 'p', members: 0, at: 1 })
}

async function decide(tx: Tx, id: string): Promise<void> {
  const ending = {
    decision: 'adjust',
    why: 'Trop court',
    learnt: 'Il faut un mois',
    decided_directions: '[]',
  }
  await open(tx)
    .updateTable('trial')
    .set({ ...ending, decision: 'adjust', decided_on: '2027-05-21', decided_at: 9 })
    .where('id', '=', id)
    .execute()
}

onEachEngine('trials', engine => {
  const fresh = freshDatabase(engine)
  const within = (work: (tx: Tx) => Promise<void>) =>
    fresh.db.transact(async tx => {
      await addInitiative(tx)
      await work(tx)
    })

  it('come back as they were written, with their measures in order', () =>
    within(async tx => {
      await trialStore(tx).add(TRIAL)
      assert.deepEqual(await trialStore(tx).find('t'), TRIAL)
      assert.deepEqual(await trialStore(tx).current('i'), TRIAL)
      assert.equal(await trialStore(tx).find('x'), undefined)
    }))

  it('keep the rows of measures that stay, and drop those that go', () =>
    within(async tx => {
      await trialStore(tx).add(TRIAL)
      const typed = { measure_id: 'm', day: '2027-04-22', value: 12.5, start: 1, typed_by: 'p' } as const
      await open(tx).insertInto('trial_reading').values(typed).execute()
      const other = { id: 'o', kind: 'question', text: 'Plus vite ?', better: 'up' } as const
      const changed = { ...TRIAL, turn: 2, measures: [other, { ...CALLS, unit: 'par semaine' }] }
      await trialStore(tx).change(changed)
      assert.deepEqual(await trialStore(tx).find('t'), changed)
      assert.equal((await open(tx).selectFrom('trial_reading').selectAll().execute()).length, 1)
      await trialStore(tx).change({ ...TRIAL, measures: [CLEAR] })
      assert.deepEqual(await open(tx).selectFrom('trial_reading').selectAll().execute(), [])
    }))

  it('are one at a time, and listed from the latest on', () =>
    within(async tx => {
      await trialStore(tx).add(TRIAL)
      await decide(tx, 't')
      const next = { ...TRIAL, id: 'u', number: 2, measures: [{ ...CLEAR, id: 'r' }] }
      await trialStore(tx).add(next)
      assert.deepEqual(await trialStore(tx).current('i'), next)
      const [latest, before] = await trialStore(tx).latest('i', 9)
      assert.deepEqual(latest, next)
      assert.deepEqual(before?.ending, {
        kind: 'adjust',
        on: '2027-05-21',
        why: 'Trop court',
        learnt: 'Il faut un mois',
        directions: [],
        at: 9,
      })
      assert.deepEqual(await trialStore(tx).latest('i', 1), [next])
    }))

  it('refuse a second one that is open', async () => {
    await assert.rejects(
      within(async tx => {
        await trialStore(tx).add(TRIAL)
        await trialStore(tx).add({ ...TRIAL, id: 'u', number: 2, measures: [{ ...CLEAR, id: 'r' }] })
      }),
    )
  })

  it('are removed with all that is kept of them, and leave what was said as comments of the idea', () =>
    within(async tx => {
      const db = open(tx)
      await trialStore(tx).add(TRIAL)
      await db.insertInto('trial_tester').values({ trial_id: 't', person_id: 'p', joined_at: 1 }).execute()
      const round = { id: 'r', trial_id: 't', number: 0, opens_at: 1, closes_at: 2, closed: 0 } as const
      await db.insertInto('trial_round').values(round).execute()
      await db.insertInto('trial_roll').values({ round_id: 'r', person_id: 'p' }).execute()
      const comment = { id: 'c', idea_id: 'i', author: 'p', text: 'Bien', created_at: 1, trial_id: 't' }
      const unmarked = {
        hidden_at: null,
        hidden_reason: null,
        reports: 0,
        reported_at: null,
        withdrawn_at: null,
      }
      await db
        .insertInto('idea_comment')
        .values({ ...comment, ...unmarked })
        .execute()
      await trialStore(tx).remove('t')
      for (const table of ['trial', 'trial_measure', 'trial_tester', 'trial_round', 'trial_roll'] as const)
        assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table)
      const [left] = await db.selectFrom('idea_comment').select(['id', 'trial_id']).execute()
      assert.deepEqual(left, { id: 'c', trial_id: null })
    }))
})
