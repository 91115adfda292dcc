import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { membershipStore } from '../../src/features/initiatives/initiative/membership-store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import { nextStepStore } from '../../src/features/next-steps/step/store.ts'
import { decisionStore } from '../../src/features/trials/decision/store.ts'
import type { InitiativeTrial } from '../../src/features/trials/trial/domain.ts'
import { trialStore } from '../../src/features/trials/trial/store.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'

const SHEET = { problem: '', story: '', inspiring: '', outcome: '', phase: 'test', resources: [] } as const
const TRIAL: InitiativeTrial = {
  id: 't',
  initiative: 'i',
  number: 1,
  hypothesis: { ifWe: 'nous relisons', expected: 'moins d’appels' },
  change: '',
  directions: ['lycees'],
  site: '',
  from: '2027-04-23',
  until: '2027-05-21',
  rhythm: 'weekly',
  measures: [{ id: 'q', kind: 'question', text: 'Est-ce clair ?', better: 'up' }],
  turn: 1,
  at: 5,
}
const ENDING = {
  kind: 'generalise',
  on: '2027-05-21',
  why: "Moins d’appels ; drop table trial; --'",
  learnt: 'À deux, pas à trois',
  directions: ['culture', 'europe'],
  by: 'p',
  at: 9,
} as const

onEachEngine('decisions on trials', engine => {
  const fresh = freshDatabase(engine)
  const within = (work: (tx: Tx) => Promise<void>) =>
    fresh.db.transact(async tx => {
      const counts = { supports: 0, directions: 0, comments: 0 }
      await ideaStore(tx).add({ id: 'i', author: 'p', text: 'Relire', state: 'initiative', ...counts, at: 1 })
      await initiativeStore(tx).add({ ...SHEET, id: 'i', title: 'Relire', owner: 'p', members: 0, at: 1 })
      await trialStore(tx).add(TRIAL)
      await work(tx)
    })

  it('come back with their trial, which is open no more', () =>
    within(async tx => {
      const store = decisionStore(tx)
      const about = { initiative: 'i', title: 'Relire', owner: 'p' }
      assert.deepEqual(await store.initiativeOf('t'), { ...about, isDecided: false })
      assert.deepEqual(await store.decidedOf('i', 20), [])
      await store.decide('t', ENDING)
      assert.deepEqual((await trialStore(tx).find('t'))?.ending, ENDING)
      assert.equal(await trialStore(tx).current('i'), undefined)
      assert.deepEqual([await store.decidedOf('i', 20), await store.decidedOf('j', 20)], [['t'], []])
      await initiativeStore(tx).setOwner('i', undefined)
      assert.deepEqual(await store.initiativeOf('t'), { initiative: 'i', title: 'Relire', isDecided: true })
      assert.equal(await store.initiativeOf('x'), undefined)
    }))

  it('are told to who tries it and to members, each once, in pages', () =>
    within(async tx => {
      for (const person of ['a', 'c', 'e']) await membershipStore(tx).join('i', person, 1)
      const testers = ['b', 'c', 'd'].map(person_id => ({ trial_id: 't', person_id, joined_at: 2 }))
      await open(tx).insertInto('trial_tester').values(testers).execute()
      const { touching, hasTried } = decisionStore(tx)
      const of = { trial: 't', initiative: 'i' }
      assert.deepEqual(await touching(of, 3, ''), ['a', 'b', 'c'])
      assert.deepEqual(await touching(of, 3, 'c'), ['d', 'e'])
      assert.deepEqual([await hasTried('t', 'c'), await hasTried('t', 'a')], [true, false])
    }))

  it('are put right in channels where they stand in some', () =>
    within(async tx => {
      const store = decisionStore(tx)
      await store.decide('t', ENDING)
      assert.deepEqual(await store.postedSince(0, 20), [])
      const announced = { thing: 'trial', id: 't', state: 'sent', why: null, at: 9 } as const
      for (const channel_id of ['x', 'y'])
        await open(tx)
          .insertInto('announced')
          .values({ ...announced, channel_id })
          .execute()
      assert.deepEqual([await store.postedSince(9, 20), await store.postedSince(10, 20)], [['t'], []])
    }))

  it('carry steps that an initiative’s group promises', () =>
    within(async tx => {
      const subject = { kind: 'trial', id: 't' } as const
      const days = { due: '2027-06-30', firstDue: '2027-06-30' }
      const step = { id: 's', subject, text: 'Imprimer', ...days, state: 'promised', turn: 1, at: 9 } as const
      await nextStepStore(tx).add({ ...step, asker: 'p', holder: 'p', forInitiative: true })
      await nextStepStore(tx).add({ ...step, id: 'u', asker: 'p', holder: 'p', direction: 'lycees' })
      const found = await nextStepStore(tx).on('trial', ['t'])
      assert.deepEqual(
        found.map(({ id, forInitiative, direction }) => [id, forInitiative, direction]),
        [
          ['s', true, undefined],
          ['u', undefined, 'lycees'],
        ],
      )
    }))
})
