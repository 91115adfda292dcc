import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  byAxis,
  type Commitment,
  type CommitmentVisibility,
  checkHorizon,
  horizonsFrom,
  monthEnd,
  usualHorizon,
} from '../../../src/features/commitments/commitment/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { programme } from '../../support/programme/programme.ts'

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

describe('a horizon', () => {
  it('is one of the next twelve month ends, this month’s first unless it is under two weeks away', () => {
    assert.deepEqual(horizonsFrom('2027-12-17').slice(0, 3), ['2027-12-31', '2028-01-31', '2028-02-29'])
    assert.deepEqual(horizonsFrom('2027-12-18').slice(0, 2), ['2028-01-31', '2028-02-29'])
    assert.equal(usualHorizon('2026-11-29'), '2027-01-31')
    fc.assert(
      fc.property(day, today => {
        const horizons = horizonsFrom(today)
        assert.equal(new Set(horizons).size, 12)
        assert.deepEqual(horizons, [...horizons].sort())
        for (const horizon of horizons) {
          assert.equal(checkHorizon(horizon, today), horizon)
          assert.equal(monthEnd(horizon), horizon)
        }
      }),
    )
  })

  it('may be today and never a day that is past', () => {
    assert.equal(checkHorizon('2027-04-22', '2027-04-22'), '2027-04-22')
    assert.throws(() => checkHorizon('2027-04-21', '2027-04-22'), { code: 'date-past' })
    assert.throws(() => checkHorizon('', '2027-04-22'), { code: 'horizon-missing' })
  })
})

describe('one’s commitments', () => {
  it('stand under the axes in the programme’s order, those under way first', () => {
    const axes = programme.axes.map(axis => axis.id)
    const one = fc.record({
      id: fc.uuid(),
      axis: fc.constantFrom(...axes, 'of-another-programme'),
      state: fc.constantFrom('taken' as const, 'kept' as const, 'let-go' as const),
      horizon: day,
    })
    fc.assert(
      fc.property(fc.array(one), some => {
        const sorted = byAxis(axes, some as unknown as Commitment[])
        const places = sorted.map(({ axis }) => (axes.includes(axis) ? axes.indexOf(axis) : axes.length))
        assert.deepEqual(
          places,
          places.toSorted((a, b) => a - b),
        )
        assert.equal(sorted.length, some.length)
      }),
    )
  })
})

onEachEngine('commitments', engine => {
  // Paris is already in May while London is still in April.
  const clock = fixedClock(Date.parse('2027-04-30T22:30:00Z'))
  const fresh = freshDatabase(engine, { clock })
  let { commitments, ideas, person } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, karim] = [] as unknown as [Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ commitments, ideas, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie')
    karim = await person('karim', 'lycees')
  })

  const intention = {
    axis: 'usager',
    text: 'Relire un courrier',
    horizon: '2027-06-30',
    visibility: 'me',
  } as const
  const take = (actor: Actor, change: object = {}) =>
    commitments.take(actor, { ...intention, ...change }, freshForm(actor))

  it('are taken in one’s own words, once for each form', async () => {
    const keys = freshForm(camille)
    const sent = [1, 2, 3, 4].map(() => commitments.take(camille, intention, keys))
    assert.equal(new Set((await Promise.all(sent)).map(({ id }) => id)).size, 1)
    const [mine] = (await commitments.mine(camille, 50)).items
    assert.deepEqual([mine?.text, mine?.state, mine?.visibility], ['Relire un courrier', 'taken', 'me'])
  })

  it('are refused when something is missing, too long, past or gone', async () => {
    const refused: [object, string][] = [
      [{ axis: '' }, 'axis-missing'],
      [{ axis: 'toString' }, 'axis-missing'],
      [{ text: ' \u0000' }, 'empty-text'],
      [{ text: 'x'.repeat(10_000) }, 'too-long'],
      [{ horizon: '' }, 'horizon-missing'],
      [{ horizon: '2027-04-30' }, 'date-past'],
      [{ idea: 'gone' }, 'gone'],
    ]
    for (const [change, code] of refused) await assert.rejects(take(camille, change), { code }, code)
    assert.deepEqual((await commitments.mine(camille, 50)).items, [])
  })

  it('are shared with a Direction only by those whose Direction is known', async () => {
    await assert.rejects(take(sophie, { visibility: 'direction' }), { code: 'own-direction-missing' })
    assert.equal((await take(camille, { visibility: 'direction' })).direction, 'lycees')
  })

  it('keep the idea they answer', async () => {
    const { id } = await ideas.submit(sophie, { text: 'Une idée' }, freshForm(sophie))
    assert.equal((await take(camille, { idea: id })).idea, id)
  })

  it('are seen and ended by their owner alone, and say when', async () => {
    const { id } = await take(camille)
    await assert.rejects(commitments.show(karim, id), { code: 'not-yours' })
    await assert.rejects(commitments.end(karim, id, 'kept'), { code: 'not-yours' })
    await assert.rejects(commitments.end(camille, 'gone', 'kept'), { code: 'gone' })
    const first = await commitments.end(camille, id, 'kept')
    clock.advance(60_000)
    assert.deepEqual(await commitments.end(camille, id, 'kept'), first)
    assert.equal((await commitments.end(camille, id, 'let-go')).state, 'let-go')
    assert.deepEqual((await commitments.mine(karim, 50)).items, [])
  })

  it('are not for an observer, who reads those taken before becoming one', async () => {
    const observer: Actor = { ...sophie, role: 'observer' }
    await assert.rejects(take(observer), { code: 'role-needed' })
    assert.deepEqual((await commitments.mine(observer, 50)).items, [])
    const { id } = await take(sophie)
    assert.deepEqual(
      (await commitments.mine(observer, 50)).items.map(item => item.id),
      [id],
    )
    await assert.rejects(commitments.end(observer, id, 'kept'), { code: 'role-needed' })
  })

  it('are paged newest first, each once', async () => {
    for (let n = 0; n < 7; n++) await take(camille, { text: `Engagement ${n}` })
    const first = await commitments.mine(camille, 4)
    const second = await commitments.mine(camille, 4, first.next)
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 7)
    assert.equal(second.next, undefined)
  })

  it('of others are counted by axis, people and not sentences, and only what they share', async () => {
    const counts = async (actor: Actor) => {
      const shared = await commitments.shared(actor)
      return Object.fromEntries(
        shared.filter(({ count }) => count > 0).map(({ axis, count }) => [axis, count]),
      )
    }
    const share = (actor: Actor, axis: string, visibility: CommitmentVisibility) =>
      take(actor, { axis, visibility })
    await share(camille, 'usager', 'everyone')
    await share(camille, 'usager', 'everyone')
    await share(camille, 'equipe', 'direction')
    await share(camille, 'employeur', 'me')
    const { id } = await share(camille, 'transitions', 'everyone')
    await commitments.end(camille, id, 'let-go')
    assert.deepEqual(await counts(karim), { usager: 1, equipe: 1 })
    assert.deepEqual(await counts(sophie), { usager: 1 })
    assert.deepEqual(await counts(camille), {})
  })
})
