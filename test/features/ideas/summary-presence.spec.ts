import assert from 'node:assert/strict'
import fc from 'fast-check'
import { directionsPresent } from '../../../src/features/ideas/summary/presence.ts'
import { drawnFrom } from '../../../src/kernel/crypto/keyed-random.ts'
import { COARSE, rangeOf, stepsWithin } from '../../../src/kernel/personal-data/ladder.ts'

/** A few Directions of a programme, from three agents to six hundred, and who of each came. */
const programmes = fc
  .array(
    fc
      .oneof(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 19, max: 600 }))
      .chain(headcount =>
        fc.record({ headcount: fc.constant(headcount), came: fc.nat(Math.min(headcount, 120)) }),
      ),
    { minLength: 1, maxLength: 5 },
  )
  .map(all => all.map((each, n) => ({ ...each, id: `direction-${n}` })))
const secrets = fc.string({ minLength: 8, maxLength: 8 })

type Of = { readonly id: string; readonly headcount: number }
type Bounds = { readonly low: number; readonly high: number }

/** What the published method lets anybody conclude of one Direction, listed as `about` or not at all. */
function boundsOf({ headcount }: Of, about: number): Bounds {
  const steps = headcount < 19 ? [] : stepsWithin(COARSE, headcount)
  return rangeOf(about, steps, headcount)
}

/**
 * The counts of `of` that fit both the exact total and all that is shown, tried one by one: whoever subtracts tries no more.
 * `strangers`: the reader does not know that nobody without a Direction came.
 */
function countsLeft(all: readonly Bounds[], of: number, sum: number, strangers: boolean): readonly number[] {
  const others = all.filter((_, n) => n !== of)
  const least = others.reduce((total, { low }) => total + low, 0)
  const most = others.reduce((total, { high }) => total + high, 0)
  const { low, high } = all[of] ?? { low: 0, high: 0 }
  const left: number[] = []
  for (let count = low; count <= high; count++) {
    const rest = sum - count
    if (rest >= least && (strangers || rest <= most)) left.push(count)
  }
  return left
}

describe('who was at a workshop, Direction by Direction', () => {
  it('leaves five counts possible for each, listed or missing, to whoever subtracts from the exact total', () => {
    const crowd = (id: string) => ({ id, headcount: 300, came: 90 })
    let shown = 0
    fc.assert(
      fc.property(programmes, secrets, fc.nat(9), (directions, secret, nowhere) => {
        const byDirection = new Map(directions.map(({ id, came }) => [id, came]))
        const present = directions.reduce((sum, { came }) => sum + came, nowhere)
        const told = directionsPresent(directions, { workshop: 'w', present, byDirection }, drawnFrom(secret))
        if (told.length === 0) return
        shown++
        const about = new Map(told.map(each => [each.direction, each.about]))
        const bounds = directions.map(each => boundsOf(each, about.get(each.id) ?? 0))
        for (const [n, each] of directions.entries()) {
          const { low, high } = bounds[n] ?? { low: 0, high: 0 }
          const fewest = Math.min(5, high - low + 1)
          // With nobody from nowhere the reader may know it, and subtract the more sharply.
          const left = countsLeft(bounds, n, present, nowhere > 0)
          assert.ok(left.includes(each.came), 'the truth is among them')
          assert.ok(left.length >= fewest, `${each.id} is down to ${left.join(', ')}`)
        }
      }),
      { numRuns: 3_000, examples: [[['direction-0', 'direction-1'].map(crowd), 'a secret', 0]] },
    )
    assert.ok(shown > 0)
  })

  it('says nothing of fewer than nineteen agents, nor of fewer than ten who came, nor of one Direction alone', () => {
    const draw = drawnFrom('a secret of this test')
    const at = (directions: readonly (Of & { readonly came: number })[]) =>
      directionsPresent(
        directions,
        {
          workshop: 'w',
          present: directions.reduce((sum, { came }) => sum + came, 0),
          byDirection: new Map(directions.map(({ id, came }) => [id, came])),
        },
        draw,
      ).map(({ direction }) => direction)
    const [small, few, large, other] = [
      { id: 'small', headcount: 18, came: 18 },
      { id: 'few', headcount: 300, came: 0 },
      { id: 'large', headcount: 300, came: 90 },
      { id: 'other', headcount: 300, came: 90 },
    ]
    assert.deepEqual(at([small, few, large, other]), ['large', 'other'])
    assert.deepEqual(at([large]), [])
  })

  it('says the same of the same day, whoever asks, and by another draw of another', () => {
    const directions = Array.from({ length: 6 }, (_, n) => ({ id: `d${n}`, headcount: 400 }))
    const byDirection = new Map(directions.map(({ id }, n) => [id, 20 + 9 * n]))
    const present = [...byDirection.values()].reduce((sum, count) => sum + count, 0)
    const draw = drawnFrom('a secret of this test')
    const said = (workshop: string) =>
      JSON.stringify(directionsPresent(directions, { workshop, present, byDirection }, draw))
    assert.equal(said('w1'), said('w1'))
    const days = new Set(Array.from({ length: 20 }, (_, n) => said(`w${n}`)))
    assert.ok(days.size > 1)
  })
})
