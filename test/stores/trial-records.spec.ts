import assert from 'node:assert/strict'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import { decisionStore } from '../../src/features/trials/decision/store.ts'
import { recordStore } from '../../src/features/trials/records/store.ts'
import { recordUsecases } from '../../src/features/trials/records/usecases.ts'
import { trialStore } from '../../src/features/trials/trial/store.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { lab } from '../support/workshops/workshops.ts'

const SHEET = { problem: '', story: '', inspiring: '', outcome: '', phase: 'test', resources: [] } as const
const COUNTS = { supports: 0, directions: 0, comments: 0 } as const
const PLAN = {
  number: 1,
  hypothesis: { ifWe: 'nous relisons', expected: 'moins d’appels' },
  change: '',
  site: '',
  from: '2027-04-23',
  until: '2027-05-21',
  rhythm: 'weekly',
  turn: 1,
  at: 5,
} as const
const DECIDED = { kind: 'generalise', on: '2027-05-21', why: 'Oui', learnt: 'À deux', by: 'p' } as const

async function add(tx: Tx, id: string, directions: readonly string[]): Promise<void> {
  await ideaStore(tx).add({ id, author: 'p', text: id, state: 'initiative', ...COUNTS, at: 1 })
  await initiativeStore(tx).add({ ...SHEET, id, title: id, owner: 'p', members: 0, at: 1 })
  const measures = [{ id: `m${id}`, kind: 'question', text: 'Est-ce clair ?', better: 'up' }] as const
  await trialStore(tx).add({ ...PLAN, id: `t${id}`, initiative: id, directions, measures })
}

onEachEngine('the records of trials', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const use = () => recordUsecases({ store: recordStore, read: fresh.db.read, clock, zone: 'Europe/Paris' })
  const decide = (tx: Tx, id: string, directions: readonly string[], at: number) =>
    decisionStore(tx).decide(`t${id}`, { ...DECIDED, directions, at })

  it('are exported page by page, each once, those under way first', async () => {
    await fresh.db.transact(async tx => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await add(tx, id, ['lycees'])
      await decide(tx, 'b', [], 7)
      await decide(tx, 'd', [], 8)
    })
    const pages: string[][] = []
    let after: string | undefined
    do {
      const page: { items: readonly { id: string }[]; next?: string } = await use().exported(lab, 2, after)
      pages.push(page.items.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
    assert.deepEqual(pages, [['ta', 'tc'], ['te'], ['td', 'tb']])
  })

  it('of one Direction are those there and those that go there, whatever its name is part of', async () => {
    await fresh.db.transact(async tx => {
      await add(tx, 'a', ['lycees', 'europe'])
      await add(tx, 'b', ['lycees-2'])
      await add(tx, 'c', ['lycéesX'])
      await add(tx, 'd', ['culture'])
      await add(tx, 'e', ['culture'])
      await add(tx, 'f', ['a_c'])
      await decide(tx, 'd', ['lycees'], 7)
      await decide(tx, 'e', ['europe'], 8)
    })
    const ids = async (direction: string) => (await use().ofDirection(lab, direction)).map(({ id }) => id)
    assert.deepEqual(await ids('lycees'), ['ta', 'td'])
    assert.deepEqual(await ids('europe'), ['ta', 'te'])
    assert.deepEqual(await ids('a_c'), ['tf'])
    assert.deepEqual(await ids('%'), [])
    assert.deepEqual(await ids('abc'), [])
  })

  it('of a week leave none out, however many are under way', async () => {
    await fresh.db.transact(async tx => {
      for (let at = 0; at < 502; at++) await add(tx, `i${1_000 + at}`, [at === 501 ? 'culture' : 'lycees'])
    })
    clock.advance(Date.parse('2027-05-20T08:00:00Z') - clock.now())
    const { end } = await use().thisWeek(['culture'])
    assert.deepEqual(
      end.map(({ id }) => id),
      ['ti1501'],
    )
  })
})
