import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dueOf, earlier, isOwedByDirection } from '../../../src/features/ideas/idea/answer-due.ts'
import { dayAfter } from '../../../src/kernel/time/time-zone.ts'

const TODAY = '2027-02-10'
const THIRTY = { supports: 30, directions: 3, days: 30, by: 'direction' } as const

const by = fc.constantFrom('direction' as const, 'lab' as const)
const thresholds = fc.array(
  fc.record(
    {
      supports: fc.integer({ min: 2, max: 60 }),
      directions: fc.integer({ min: 2, max: 6 }),
      days: fc.integer({ min: 1, max: 365 }),
      by,
    },
    { requiredKeys: ['supports', 'days', 'by'] },
  ),
  { maxLength: 5 },
)
const counts = fc.record({ supports: fc.nat(80), directions: fc.nat(8) })
const day = fc.integer({ min: -400, max: 400 }).map(days => dayAfter(TODAY, days))
const due = fc.record({ on: day, by })

describe('the rule of the day by which an idea is answered', () => {
  it('gives an idea of thirty supports from three Directions thirty days from today', () => {
    assert.deepEqual(dueOf({ supports: 30, directions: 3 }, [THIRTY], undefined, TODAY), {
      on: '2027-03-12',
      by: 'direction',
    })
    assert.equal(dueOf({ supports: 29, directions: 3 }, [THIRTY], undefined, TODAY), undefined)
    assert.equal(dueOf({ supports: 60, directions: 2 }, [THIRTY], undefined, TODAY), undefined)
  })

  it('never moves a day that is set, whatever becomes of supports and thresholds', () => {
    fc.assert(
      fc.property(counts, thresholds, due, day, (counted, method, running, today) =>
        assert.equal(dueOf(counted, method, running, today), running),
      ),
    )
  })

  it('sets a day if and only if a threshold is reached, and then the earliest of those reached', () => {
    fc.assert(
      fc.property(counts, thresholds, (counted, method) => {
        const reached = method.filter(
          ({ supports, directions = 0 }) => counted.supports >= supports && counted.directions >= directions,
        )
        const set = dueOf(counted, method, undefined, TODAY)
        const least = Math.min(...reached.map(({ days }) => days))
        assert.equal(set?.on, reached.length === 0 ? undefined : dayAfter(TODAY, least))
        if (set) assert.ok(reached.some(({ days, by }) => days === least && by === set.by))
      }),
    )
  })

  it('never sets a later day because there are more supports', () => {
    fc.assert(
      fc.property(counts, fc.nat(20), fc.nat(3), thresholds, (counted, supports, directions, method) => {
        const more = { supports: counted.supports + supports, directions: counted.directions + directions }
        const before = dueOf(counted, method, undefined, TODAY)
        const after = dueOf(more, method, undefined, TODAY)
        assert.ok(!before || (after && after.on <= before.on))
      }),
    )
  })

  it('keeps the earlier of two that are joined, in whichever order', () => {
    fc.assert(
      fc.property(due, due, (one, other) => {
        assert.equal(earlier(one, other).on, earlier(other, one).on)
        assert.equal(earlier(one, other).on, [one.on, other.on].toSorted()[0])
      }),
    )
  })

  it('makes the Lab’ owe what no Direction does', () => {
    const owed = { on: TODAY, by: 'direction' } as const
    assert.ok(isOwedByDirection({ due: owed, direction: 'lycees' }))
    assert.ok(!isOwedByDirection({ due: owed }))
    assert.ok(!isOwedByDirection({ due: { ...owed, by: 'lab' }, direction: 'lycees' }))
  })
})
