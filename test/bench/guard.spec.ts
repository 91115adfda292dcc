import assert from 'node:assert/strict'
import type { Benchmark } from '../../bench/benchmark.ts'
import bounds from '../../bench/bounds.json' with { type: 'json' }
import { guarded, holds } from '../../bench/guard.ts'

const BOUND = { ratio: 1, worse: 'higher', margin: 1.5 }

/** A bench whose tries come out like this, one after another. */
function coming(...ratios: number[]): Benchmark {
  const quick = async () => ({ values: [ratios.shift() ?? 1], baselines: [1] })
  return { name: 'one', about: '', unit: 's', run: quick, quick }
}

describe('the guard of the benches', () => {
  it('lets a bench pass whose first try is within its bound', async () => {
    const tries: number[] = []
    const fault = await guarded(coming(1.4), {}, (_, attempt) => tries.push(attempt), BOUND)
    assert.deepEqual([fault, tries], [undefined, [1]])
  })

  it('tries again where the machine had something else to do', async () => {
    assert.equal(await guarded(coming(4, 2, 1.5), {}, () => {}, BOUND), undefined)
  })

  it('names a bench that is worse three times', async () => {
    const fault = await guarded(coming(4, 2, 1.6, 1), {}, () => {}, BOUND)
    assert.match(fault ?? '', /^one is .* ratio 4, 2, 1.6, at most 1.5 wanted/)
  })

  for (const [name, bound] of Object.entries(bounds)) {
    it(`would see that ${name} is three times as bad as recorded`, () => {
      const [worse, better] = [bound.ratio * 3, bound.ratio / 3]
      assert.equal(holds(bound, bound.worse === 'higher' ? worse : better), false)
      assert.equal(holds(bound, bound.ratio), true)
    })
  }
})
