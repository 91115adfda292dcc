import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  breadthOf,
  groupsOf,
  HELD,
  heldCount,
  rankOf,
  STEP_WIDTH,
  stepOf,
} from '../../../src/features/ideas/ranking/domain.ts'
import { drawnFrom } from '../../../src/kernel/crypto/keyed-random.ts'
import { FEWEST } from '../../../src/kernel/personal-data/counts.ts'
import { compareExactly } from '../../support/features/ranking.ts'

const programme = fc
  .array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 })
  .map(headcounts => headcounts.map((headcount, at) => ({ id: `d${at}`, headcount })))
/** A programme, and how many support an idea in each of its Directions. */
const supported = programme.chain(directions =>
  fc.record({
    directions: fc.constant(directions),
    counts: fc.tuple(...directions.map(({ headcount }) => fc.integer({ min: 0, max: headcount }))),
  }),
)
const draw = drawnFrom('of these tests')
const byOf = (counts: readonly number[]) => new Map(counts.map((count, at) => [`d${at}`, count]))
const one = <T>(from: readonly T[], at: number) => from[at % from.length]

describe('the groups whose support is ranked', () => {
  it('hold each Direction once, and at least nineteen people but where there are no more', () => {
    fc.assert(
      fc.property(programme, directions => {
        const groups = groupsOf(directions)
        assert.deepEqual(
          groups.flatMap(group => group.directions).toSorted(),
          directions.map(({ id }) => id).toSorted(),
        )
        for (const { headcount } of groups) assert.ok(headcount >= FEWEST || groups.length === 1)
        for (const { directions: held, isHeld } of groups) assert.ok(isHeld || held.length === 1)
        for (const { id, headcount } of directions)
          if (headcount < FEWEST)
            assert.ok(groups.some(group => group.isHeld && group.directions.includes(id)))
      }),
    )
  })

  it('take in the smallest other Direction where the small ones are too few', () => {
    const directions = [40, 9, 200, 30].map((headcount, at) => ({ id: `d${at}`, headcount }))
    assert.deepEqual(groupsOf(directions)[0], { directions: ['d1', 'd3'], headcount: 39, isHeld: true })
    assert.deepEqual(
      groupsOf([...directions, { id: 'd4', headcount: 12 }]).map(group => group.directions),
      [['d1', 'd4'], ['d3'], ['d0'], ['d2']],
    )
  })
})

describe('support across Directions', () => {
  it('is the same whatever the order in which Directions and supports come', () => {
    fc.assert(
      fc.property(supported, fc.nat(), ({ directions, counts }, seed) => {
        const by = [...byOf(counts)].toSorted(([a], [b]) => draw(`${seed} ${a}`) - draw(`${seed} ${b}`))
        const turned = directions.toSorted((a, b) => draw(`${seed}${a.id}`) - draw(`${seed}${b.id}`))
        assert.equal(
          rankOf(groupsOf(turned), { id: 'i', by: new Map(by) }, draw),
          rankOf(groupsOf(directions), { id: 'i', by: byOf(counts) }, draw),
        )
      }),
    )
  })

  it('never ranks lower for a support more', () => {
    fc.assert(
      fc.property(supported, fc.nat(), fc.nat(), ({ directions, counts }, seed, where) => {
        const groups = groupsOf(directions)
        const more = counts.map((count, at) => count + (at === where % counts.length ? 1 : 0))
        const rank = (of: readonly number[]) => rankOf(groups, { id: `i${seed}`, by: byOf(of) }, draw)
        assert.ok(rank(more) >= rank(counts))
      }),
    )
  })

  it('orders ideas as the geometric mean of the smoothed shares does in exact fractions', () => {
    const two = supported.chain(({ directions, counts }) =>
      fc.record({
        groups: fc.constant(groupsOf(directions).map(group => ({ ...group, isHeld: false }))),
        one: fc.constant(counts),
        other: fc.shuffledSubarray([...counts], { minLength: counts.length }),
      }),
    )
    fc.assert(
      fc.property(two, ({ groups, one, other }) => {
        const counts = [one, other].map(all => groups.map((_, at) => all[at] ?? 0))
        const [a = [], b = []] = counts
        const exactly = compareExactly(groups, a, b)
        const apart = breadthOf(groups, a) - breadthOf(groups, b)
        assert.equal(Math.abs(apart) < 1e-9 ? 0 : Math.sign(apart), exactly)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives each Direction one voice: ten supporters of one weigh less than one in each of three', () => {
    const groups = groupsOf([1_800, 60, 60, 60].map((headcount, at) => ({ id: `d${at}`, headcount })))
    assert.ok(breadthOf(groups, [0, 0, 0, 10]) < breadthOf(groups, [1, 1, 1, 0]))
    for (const at of [0, 1, 2, 3])
      assert.ok(
        Math.abs(
          breadthOf(
            groups,
            [0, 1, 2, 3].map(each => (each === at ? 1 : 0)),
          ) - 1,
        ) < 1e-9,
      )
  })
})

describe('one support in a Direction of fewer than nineteen people', () => {
  const TENS = Array.from({ length: HELD }, (_, at) => (at + 0.5) / HELD)
  const FINE = Array.from({ length: 800 }, (_, at) => (at + 0.5) / 800)

  it('enters the count of the small ones once in ten, and over all draws it enters as much as it is', () => {
    fc.assert(
      fc.property(fc.nat(200), count => {
        const held = TENS.map(lot => heldCount(count, () => lot))
        const moved = TENS.filter(lot => heldCount(count + 1, () => lot) !== heldCount(count, () => lot))
        assert.equal(moved.length, 1)
        assert.equal(held.reduce((sum, each) => sum + each, 0) / HELD, count)
      }),
    )
  })

  it('changes the step in fewer than thirty-five draws of a thousand, whatever all others did', () => {
    const small = supported.filter(({ directions }) => directions.some(({ headcount }) => headcount < FEWEST))
    fc.assert(
      fc.property(small, ({ directions, counts }) => {
        const groups = groupsOf(directions)
        const at = directions.findIndex(({ headcount }) => headcount < FEWEST)
        const more = counts.map((count, index) => (index === at ? count + 1 : count))
        const stepAt = (of: readonly number[], held: number, step: number) =>
          rankOf(groups, { id: 'i', by: byOf(of) }, words => (words.includes(' held ') ? held : step))
        const moved = TENS.flatMap(held =>
          FINE.filter(step => stepAt(more, held, step) !== stepAt(counts, held, step)),
        )
        assert.ok(moved.length / (TENS.length * FINE.length) < 0.035)
      }),
      { numRuns: 15 },
    )
  })

  it('ranks an idea the same whichever small Direction it comes from', () => {
    const pooled = supported.filter(
      ({ directions }) => directions.filter(({ headcount }) => headcount < FEWEST).length > 1,
    )
    fc.assert(
      fc.property(pooled, fc.nat(), fc.nat(), ({ directions, counts }, from, to) => {
        const small = directions.flatMap(({ headcount }, at) => (headcount < FEWEST ? [at] : []))
        const moved = [...counts]
        const [taken = 0, given = 0] = [one(small, from), one(small, to)]
        if ((moved[taken] ?? 0) === 0) return
        moved[taken] = (moved[taken] ?? 0) - 1
        moved[given] = (moved[given] ?? 0) + 1
        const rank = (of: readonly number[]) => rankOf(groupsOf(directions), { id: 'i', by: byOf(of) }, draw)
        assert.equal(rank(moved), rank(counts))
      }),
    )
  })
})

describe('one support anywhere', () => {
  it('changes the step at most once in eight draws', () => {
    const FINE = Array.from({ length: 800 }, (_, at) => (at + 0.5) / 800)
    fc.assert(
      fc.property(supported, fc.nat(), ({ directions, counts }, where) => {
        const groups = groupsOf(directions).map(group => ({ ...group, isHeld: false }))
        const before = groups.map((_, at) => counts[at] ?? 0)
        const after = before.map((count, at) => count + (at === where % groups.length ? 1 : 0))
        const step = (of: readonly number[], lot: number) => stepOf(breadthOf(groups, of), () => lot)
        const moved = FINE.filter(lot => step(after, lot) !== step(before, lot))
        assert.ok(moved.length / FINE.length <= 1 / STEP_WIDTH + 2 / FINE.length)
      }),
    )
  })
})
