import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { commentStore } from '../../src/features/ideas/comments/store.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import { measureStore } from '../../src/features/trials/measures/store.ts'
import { testerStore } from '../../src/features/trials/testers/store.ts'
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

  it('know who tries them, in the order in which they came and page by page, each once', () =>
    within(async tx => {
      const store = testerStore(tx)
      await trialStore(tx).add(TRIAL)
      assert.deepEqual([await store.join('t', 'b', 5), await store.join('t', 'b', 9)], [true, false])
      for (const [person, at] of [
        ['a', 7],
        ['c', 5],
        ['d', 6],
      ] as const)
        await store.join('t', person, at)
      await store.leave('t', 'd')
      await store.leave('t', 'nobody')
      assert.deepEqual([await store.count('t'), await store.count('x')], [3, 0])
      assert.deepEqual(await store.first('t', 2), ['b', 'c'])
      assert.deepEqual([await store.page('t', 2, ''), await store.page('t', 2, 'b')], [['a', 'b'], ['c']])
      assert.deepEqual([...(await store.triedAmong('a', ['t', 'x']))], ['t'])
      assert.deepEqual([...(await store.triedAmong('d', ['t']))], [])
    }))

  it('have one number a day, the latest, and one start', () =>
    within(async tx => {
      const store = measureStore(tx)
      await trialStore(tx).add(TRIAL)
      const typed = { measure: 'm', by: 'p' }
      await store.put({ ...typed, day: '2027-04-21', value: 1e11 + 0.125, start: true })
      await store.put({ ...typed, day: '2027-04-22', value: -0.5, start: true })
      await store.put({ ...typed, day: '2027-05-02', value: 3 })
      await store.put({ ...typed, day: '2027-04-30', value: 1e11 + 0.125 })
      await store.put({ ...typed, day: '2027-05-02', value: 4, by: 'q' })
      assert.deepEqual(
        await store.of(['m', 'q']),
        new Map([
          [
            'm',
            [
              { day: '2027-04-22', value: -0.5, start: true },
              { day: '2027-04-30', value: 1e11 + 0.125 },
              { day: '2027-05-02', value: 4 },
            ],
          ],
          ['q', []],
        ]),
      )
    }))

  it('have the lines that were signed from them, the latest first, but for hidden ones', () =>
    within(async tx => {
      const comment = { idea: 'i', author: 'p', text: 'Bien', at: 5 }
      for (const id of ['a', 'b', 'c', 'd']) await commentStore(tx).addComment({ ...comment, id, trial: 't' })
      await commentStore(tx).addComment({ ...comment, id: 'e', at: 9 })
      await commentStore(tx).addComment({ ...comment, id: 'f', at: 9, trial: 'u' })
      await commentStore(tx).setCommentWithdrawn('d', 8)
      const found = await commentStore(tx).fromTrial('t', 2)
      assert.deepEqual(
        found.map(({ id, trial }) => [id, trial]),
        [
          ['c', 't'],
          ['b', 't'],
        ],
      )
    }))
})
