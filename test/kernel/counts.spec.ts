import assert from 'node:assert/strict'
import fc from 'fast-check'
import { wordsIn } from '../../src/i18n/words.ts'
import {
  estimatedInAll,
  estimatedWithin,
  keepsFive,
  kept,
  rounded,
  roundedWithin,
  type ShownCell,
  share,
  speaks,
  total,
} from '../../src/kernel/personal-data/counts.ts'
import { COARSE, FINE } from '../../src/kernel/personal-data/ladder.ts'

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

  describe('of what people do unseen', () => {
    const drawn = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 40,
      maxLength: 40,
    })
    const drawing = (luck: readonly number[]) => (estimate: number) => luck[estimate % 40] ?? 0
    const wholes = fc.oneof(fc.constant(0), fc.integer({ min: 19, max: 3_000 }))
    const [soonest, latest] = [() => 0, () => 1 - 2 ** -48]

    for (const [held, ladder] of [
      [estimatedWithin, COARSE],
      [estimatedInAll, FINE],
    ] as const)
      it(`is one of few estimates, grows with the count, and never says all (${held.name})`, () => {
        fc.assert(
          fc.property(drawn, wholes, fc.nat(3_000), (luck, whole, count) => {
            const value = whole > 0 ? Math.min(count, whole) : count
            const shown = held(value, whole, drawing(luck))
            assert.equal(shown, held(value, whole, drawing(luck)))
            assert.ok(shown <= held(value + 1, whole, drawing(luck)))
            assert.ok(shown === 0 || [...ladder, ...COARSE].includes(shown) || shown <= 0.9 * whole)
            if (whole > 0) assert.ok(shown <= 0.9 * whole)
            // Between what the one before and the one after could be, whatever was drawn.
            const [most, least] = [held(value, whole, soonest), held(value, whole, latest)]
            assert.ok(least <= shown && shown <= most)
          }),
        )
      })

    it('is said of a Direction before it is twice as many, and never a step away', () => {
      for (const draw of [soonest, latest, () => 0.5])
        for (let count = 10; count <= 2_000; count++) {
          const shown = estimatedWithin(count, 0, draw)
          const at = COARSE.indexOf(shown)
          assert.ok(at >= 0 && count > (COARSE[at - 1] ?? 0) && count < (COARSE[at + 1] ?? 0), `${count}`)
        }
    })

    it('is a fifth off at most on average, of a Direction from 20 to 200', () => {
      const off = Array.from({ length: 181 }, (_, at) => at + 20).flatMap(count =>
        Array.from({ length: 40 }, (_, seed) => {
          const shown = estimatedWithin(count, 0, estimate => (0.618 * (seed + 17 * estimate)) % 1)
          return Math.abs(shown - count) / count
        }),
      )
      assert.ok(off.reduce((sum, each) => sum + each, 0) / off.length < 0.2)
    })

    it('is within a twentieth of a whole programme, from sixty people on', () => {
      fc.assert(
        fc.property(drawn, fc.integer({ min: 60, max: 9_000 }), (luck, count) => {
          const shown = estimatedInAll(count, 10_000, drawing(luck))
          assert.ok(Math.abs(shown - count) <= 0.05 * count, `${shown} of ${count}`)
        }),
      )
    })

    it('is as coarse of a programme of few people as of a Direction', () => {
      const draw = () => 0.4
      for (let count = 0; count <= 199; count++)
        assert.equal(estimatedInAll(count, 199, draw), estimatedWithin(count, 199, draw))
    })

    it('moves on one person for few of all draws, the fewer the more people there are', () => {
      for (const [count, width] of [
        [9, 10],
        [17, 15],
        [29, 15],
        [44, 30],
        [99, 50],
        [449, 250],
      ] as const) {
        const moved = Array.from({ length: 1_500 }, (_, at) => () => (at + 0.5) / 1_500).filter(
          draw => estimatedWithin(count, 5_000, draw) !== estimatedWithin(count + 1, 5_000, draw),
        )
        assert.equal(moved.length, 1_500 / width, `${count}`)
      }
    })

    it('never falls below what was shown, whoever goes; and a smaller whole says less all the same', () => {
      fc.assert(
        fc.property(drawn, fc.integer({ min: 19, max: 500 }), fc.nat(500), (luck, whole, count) => {
          const before = estimatedWithin(Math.min(count, whole), whole, drawing(luck))
          assert.equal(estimatedWithin(0, whole, drawing(luck), before), before)
          assert.ok(estimatedWithin(0, 19, drawing(luck), before) <= 0.9 * 19)
        }),
      )
    })

    it('says nothing of fewer than nineteen people', () => {
      for (let whole = 1; whole < 19; whole++) {
        assert.equal(estimatedWithin(whole, whole, soonest), 0)
        assert.equal(estimatedInAll(whole, whole, soonest), 0)
      }
      assert.equal(estimatedWithin(19, 19, soonest), 10)
    })

    it('is read as it was kept, and hides what somebody wrote by hand', () => {
      for (const estimate of [...COARSE, ...FINE]) assert.equal(kept(estimate), estimate)
      assert.deepEqual([0, 13, 66, 1_243].map(kept), [0, 10, 65, 1_240])
    })

    it('is said « environ », and « moins de 10 » where there is none', () => {
      const said = [0, 12, 1_900].map(count =>
        french.say('count.held', { count: estimatedWithin(count, 0, soonest) }),
      )
      assert.deepEqual(said, ['moins de\u00A010', 'environ\u00A025', 'environ\u00A03\u202F000'])
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
      counted.map(([count, whole]) => ({ shown: estimatedWithin(count, whole, draw), whole }))
    const behind = ({ shown, whole }: ShownCell) =>
      Array.from({ length: whole + 1 }, (_, count) => count).filter(
        count =>
          estimatedWithin(count, whole, soonest) >= shown && estimatedWithin(count, whole, latest) <= shown,
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
      assert.equal(keepsFive(of(7), 7), false)
      assert.equal(keepsFive(of(26, 26), 55), false)
      assert.equal(keepsFive(of(0, 0), 3), false)
      assert.equal(keepsFive(of(12, 7), 19), true)
      assert.equal(keepsFive(of(57, 31, 0, 18, 102), 208), true)
    })

    it('is worth a table when four in five say a number, those aside that are too small to', () => {
      const of = (...counts: number[]) => cellsOf([...counts.map(count => [count, 60] as const), [9, 9]])
      assert.equal(speaks(of(12, 12, 12, 12, 0)), true)
      assert.equal(speaks(of(12, 12, 12, 0, 0)), false)
      assert.equal(speaks(of()), false)
    })
  })
})
