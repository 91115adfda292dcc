import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { HOUR, SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { line, WORKSHOP, workshopAt } from '../../support/workshops/harvest.ts'

const NEXT = 'Deux essais dès lundi'
const FIRST = { workshop: WORKSHOP, next: NEXT, turn: 0 }
/** Exceeds the recipients of one transaction. */
const PRESENT = 60

onEachEngine('the summary of a workshop', engine => {
  let clock = fixedClock()
  const fresh = freshDatabase(engine, { clock: { now: () => clock.now() } })
  let { ideas, person } = {} as ReturnType<typeof featuresOn>
  let [lab, camille, nadia] = [] as unknown as [Actor, Actor, Actor]
  let present: string[]

  beforeEach(async () => {
    clock = fixedClock()
    present = []
    const workshops = workshopAt(clock.now() - HOUR, clock.now)
    ;({ ideas, person } = featuresOn(fresh.db, clock, workshops, present))
    lab = { ...(await person('maelle')), role: 'organiser' }
    camille = await person('camille', 'lycees')
    nadia = await person('nadia', 'mobilites')
  })

  const over = () => clock.advance(2 * HOUR)
  async function said(...texts: string[]): Promise<string[]> {
    const ids: string[] = []
    for (const text of texts) {
      clock.advance(SECOND)
      const [result] = await ideas.harvest(lab, WORKSHOP, [line(`key of ${text}`, text)])
      ids.push(result && 'id' in result ? result.id : '')
    }
    return ids
  }
  const seen = async () => {
    const { count, top } = await ideas.summary(lab, WORKSHOP)
    return [count, ...top.map(({ text, supports }) => `${text} ${supports}`)]
  }
  const rows = async (table: 'workshop_summary' | 'message') =>
    fresh.db.read(tx => open(tx).selectFrom(table).selectAll().execute())
  const facts = async (kind: string) =>
    fresh.db.read(tx => open(tx).selectFrom('fact').selectAll().where('kind', '=', kind).execute())
  const acts = async () =>
    fresh.db.read(tx =>
      open(tx).selectFrom('audit').selectAll().where('act', '=', 'ideas.summarise').execute(),
    )

  it('counts what stands, each group once, and quotes the three that most people support', async () => {
    const [bench = '', shelter = '', badge = '', garden = '', hidden = '', mast = ''] = await said(
      'Un banc',
      'Un abri',
      'Un badge',
      'Un jardin',
      'Une insulte',
      'Un mât',
    )
    const elsewhere = await ideas.submit(nadia, { text: 'Un mât ailleurs' }, freshForm(nadia))
    for (const id of [bench, shelter, badge, garden, hidden]) await ideas.support(camille, id, true)
    for (const id of [garden, hidden, badge]) await ideas.support(nadia, id, true)
    await ideas.support(lab, garden, true)
    over()
    assert.deepEqual(await seen(), [6, 'Un jardin 3', 'Un badge 2', 'Une insulte 2'])
    await ideas.hide(lab, hidden, 'Blessante')
    assert.deepEqual(await seen(), [5, 'Un jardin 3', 'Un badge 2', 'Un banc 1'])
    // Joined with one of the workshop, and with one from elsewhere: each group counts once, with the support of both.
    await ideas.merge(lab, shelter, bench)
    await ideas.merge(lab, mast, elsewhere.id)
    await ideas.support(nadia, bench, true)
    assert.deepEqual(await seen(), [4, 'Un jardin 3', 'Un banc 2', 'Un badge 2'])
  })

  it('quotes none that nobody supports', async () => {
    await said('Un banc', 'Un abri')
    over()
    assert.deepEqual(await seen(), [2])
  })

  it('is published once, whoever repeats it, and corrected in its place', async () => {
    over()
    await Promise.all([1, 2, 3].map(() => ideas.publishSummary(lab, FIRST)))
    const { summary } = await ideas.publishSummary(lab, { ...FIRST, next: ` ${NEXT} ` })
    assert.deepEqual([summary.next, summary.turn, summary.by], [NEXT, 1, lab.id])
    assert.equal((await facts('ideas.summary-tell')).length, 1)
    const { summary: corrected } = await ideas.publishSummary(lab, {
      ...FIRST,
      next: 'Trois essais',
      turn: 1,
    })
    assert.deepEqual([corrected.next, corrected.turn], ['Trois essais', 2])
    assert.equal((await facts('ideas.summary-tell')).length, 1)
    assert.equal((await rows('workshop_summary')).length, 1)
    assert.deepEqual((await acts()).map(({ thing }) => thing).toSorted(), [WORKSHOP, `${WORKSHOP}:corrected`])
  })

  it('is not written over by who has not read what stands there', async () => {
    over()
    await ideas.publishSummary(lab, FIRST)
    const other = { ...(await person('lucie')), role: 'organiser' } as const
    await assert.rejects(ideas.publishSummary(other, { ...FIRST, next: 'Rien' }), { code: 'summary-changed' })
    await ideas.publishSummary(other, { ...FIRST, next: 'Trois essais', turn: 1 })
    await assert.rejects(ideas.publishSummary(lab, { ...FIRST, next: 'Quatre', turn: 1 }), {
      code: 'summary-changed',
    })
    assert.equal((await ideas.publishedSummary(WORKSHOP))?.summary.next, 'Trois essais')
  })

  it('is for organisers, once the workshop is over, with a sentence or without', async () => {
    await assert.rejects(ideas.publishSummary(lab, FIRST), { code: 'workshop-not-over' })
    await assert.rejects(ideas.publishSummary(camille, FIRST), { code: 'role-needed' })
    over()
    const long = { ...FIRST, next: 'x'.repeat(281) }
    await assert.rejects(ideas.publishSummary(lab, long), { code: 'too-long' })
    await assert.rejects(ideas.publishSummary(lab, { ...FIRST, workshop: 'n0where' }), { code: 'gone' })
    assert.equal(await ideas.publishedSummary(WORKSHOP), undefined)
    const { summary } = await ideas.publishSummary(lab, { ...FIRST, next: '  ' })
    assert.deepEqual([summary.next, summary.turn], ['', 1])
    // Without a sentence or a step it says nothing of what follows of the room's votes.
    assert.equal((await ideas.sequelSaidAt([WORKSHOP])).size, 0)
    await ideas.publishSummary(lab, { ...FIRST, turn: 1 })
    assert.equal((await ideas.sequelSaidAt([WORKSHOP])).size, 1)
  })

  it('is told once to each who was there but who published it, page after page', async () => {
    for (let n = 0; n < PRESENT; n++) present.push((await person(`agent-${n}`)).id)
    present.push(lab.id)
    present.sort()
    over()
    await ideas.publishSummary(lab, FIRST)
    const first = { workshop: WORKSHOP, by: lab.id, after: '' }
    for (let twice = 0; twice < 2; twice++) {
      await ideas.tellSummary(first)
      await ideas.tellSummary({ ...first, after: present[49] ?? '' })
    }
    const told = (await rows('message')).map(row => ('person_id' in row ? row.person_id : ''))
    assert.deepEqual(
      told.sort(),
      present.filter(id => id !== lab.id),
    )
    const pages = (await facts('ideas.summary-tell')).map(({ payload }) => JSON.parse(String(payload)).after)
    assert.deepEqual([...new Set(pages)], ['', present[49]])
  })
})
