import assert from 'node:assert/strict'
import fc from 'fast-check'
import { wordsIn } from '../../src/i18n/words.ts'
import {
  keepsFive,
  rounded,
  roundedWithin,
  type ShownCell,
  share,
  steppedWithin,
  total,
} from '../../src/kernel/personal-data/counts.ts'

const french = wordsIn('fr', 'Europe/Paris')
const english = wordsIn('en', 'Europe/Paris')

describe('a figure about people', () => {
  it('is a multiple of five at most four below the count, « moins de 5 » below five', () => {
    const counts = [-3, 0, 1, 4, 5, 9, 10, 14, 6_700]
    assert.deepEqual(counts.map(rounded), [0, 0, 0, 0, 5, 5, 10, 10, 6_700])
    const said = [0, 4, 5, 9, 1_243].map(count => french.say('count.rounded', { count: rounded(count) }))
    assert.deepEqual(said, ['moins de\u00A05', 'moins de\u00A05', '5', '5', '1\u202F240'])
    assert.equal(english.say('count.rounded', { count: rounded(3) }), 'fewer than\u00A05')
  })

  it('changes no more when it is rounded again', () => {
    fc.assert(fc.property(fc.nat(), count => assert.equal(rounded(rounded(count)), rounded(count))))
  })

  it('is no sum of exact counts: a total is what the parts that are shown add up to', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000)), counts => {
        const shown = total(counts.map(count => rounded(count)))
        const sum = counts.reduce((all, count) => all + count, 0)
        assert.equal(shown % 5, 0)
        assert.ok(shown <= sum && sum - shown <= 4 * counts.length)
      }),
    )
  })

  it('leaves at least five counts possible to who knows how many people there are, or says nothing', () => {
    for (let whole = 1; whole <= 120; whole++) {
      const behind = new Map<number, number>()
      for (let count = 0; count <= whole; count++) {
        const shown = roundedWithin(count, whole)
        assert.ok(shown <= count)
        behind.set(shown, (behind.get(shown) ?? 0) + 1)
      }
      if (whole < 9) assert.deepEqual([...behind.keys()], [0])
      else
        assert.ok(
          [...behind.values()].every(counts => counts >= 5),
          `of ${whole}`,
        )
    }
  })

  it('is rounded as any other when nobody knows how many people there are', () => {
    assert.deepEqual(
      [3, 17].map(count => roundedWithin(count, 0)),
      [0, 15],
    )
  })

  describe('of the daily snapshot', () => {
    const draws = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 40,
      maxLength: 40,
    })
    const drawing = (drawn: readonly number[]) => (move: number) => drawn[move] ?? 0

    it('is a multiple of five, never above the count, never near the whole, and grows with the count', () => {
      fc.assert(
        fc.property(draws, fc.integer({ min: 0, max: 3_000 }), fc.nat(3_000), (drawn, whole, count) => {
          const value = whole > 0 ? Math.min(count, whole) : count
          const shown = steppedWithin(value, whole, drawing(drawn))
          assert.ok(shown % 5 === 0 && shown <= value)
          if (whole > 0) assert.ok(shown === 0 || whole - shown >= 9)
          assert.ok(shown <= steppedWithin(value + 1, whole, drawing(drawn)))
        }),
      )
    })

    it('moves on one person for few of all draws, the fewer the more people there are', () => {
      for (const [count, width] of [
        [9, 20],
        [17, 20],
        [29, 30],
        [44, 30],
        [99, 50],
        [449, 100],
      ] as const) {
        const moved = Array.from({ length: 600 }, (_, at) => () => at / 600).filter(
          draw => steppedWithin(count, 5_000, draw) !== steppedWithin(count + 1, 5_000, draw),
        )
        assert.equal(moved.length, 600 / width, `${count}`)
      }
    })

    it('says nothing of fewer than nineteen people', () => {
      for (let whole = 1; whole < 19; whole++)
        assert.equal(
          steppedWithin(whole, whole, () => 0),
          0,
        )
      assert.equal(
        steppedWithin(19, 19, () => 0),
        10,
      )
    })
  })

  it('is a share of a headcount in whole per cent, never more than all of it', () => {
    const shares = [
      share(rounded(23), 40),
      share(rounded(4), 40),
      share(rounded(60), 40),
      share(rounded(60), 0),
    ]
    assert.deepEqual(shares, [50, 0, 100, 0])
  })

  describe('by cell beside the exact sum', () => {
    const cell = fc.integer({ min: 1, max: 70 }).chain(whole => fc.tuple(fc.nat(whole), fc.constant(whole)))
    const [soonest, latest] = [() => 0, () => 1 - 2 ** -48]
    const cellsOf = (counted: readonly (readonly [number, number])[], draw = soonest): ShownCell[] =>
      counted.map(([count, whole]) => ({ shown: steppedWithin(count, whole, draw), whole }))
    const behind = ({ shown, whole }: ShownCell) =>
      Array.from({ length: whole + 1 }, (_, count) => count).filter(
        count =>
          steppedWithin(count, whole, soonest) >= shown && steppedWithin(count, whole, latest) <= shown,
      )
    /** All sums that the cells can have, one count of each. */
    const sumsOf = (cells: readonly ShownCell[]) =>
      cells.reduce(
        (sums, one) => new Set(Array.from(sums, sum => behind(one).map(count => sum + count)).flat()),
        new Set([0]),
      )

    it('leaves five counts of each possible, or is not shown', () => {
      fc.assert(
        fc.property(
          fc.array(cell, { minLength: 1, maxLength: 5 }),
          fc.nat(12),
          fc.boolean(),
          (counted, elsewhere, late) => {
            const cells = cellsOf(counted, late ? latest : soonest)
            const sum = counted.reduce((all, [count]) => all + count, elsewhere)
            if (!keepsFive(cells, sum)) return
            assert.ok(cells.length > 1)
            const all = sumsOf(cells)
            for (const [at, one] of cells.entries()) {
              const others = sumsOf(cells.toSpliced(at, 1))
              const possible = behind(one)
              const least = Math.min(5, possible.length)
              // To who knows that everybody counted is in a cell, if that can be, and to who knows nothing of it.
              const closed = possible.filter(count => others.has(sum - count))
              if (all.has(sum)) assert.ok(closed.length >= least, JSON.stringify({ cells, sum }))
              const loose = possible.filter(count => [...others].some(other => other + count <= sum))
              assert.ok(loose.length >= least, JSON.stringify({ cells, sum }))
            }
          },
        ),
        { numRuns: 300 },
      )
    })

    it('is not shown of one cell, nor where the sum leaves nothing to hide; and is of most', () => {
      const of = (...counts: number[]) => cellsOf(counts.map(count => [count, 200] as const))
      assert.equal(keepsFive(of(10, 0), 10), false)
      assert.equal(keepsFive(of(7), 7), false)
      assert.equal(keepsFive(of(30, 30), 63), false)
      assert.equal(keepsFive(of(12, 7), 19), true)
      assert.equal(keepsFive(of(57, 31, 0, 18, 102), 208), true)
    })
  })
})
