import assert from 'node:assert/strict'
import fc from 'fast-check'
import { drawEvenly } from '../../../src/features/themes/sample.ts'

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at)

describe('what is drawn evenly', () => {
  it('has as many of each part, the first list before the second', () => {
    const drawn = drawEvenly(upTo(1_000), upTo(1_000, 5_000), 100)
    assert.equal(drawn.length, 100)
    for (const part of upTo(10))
      assert.equal(drawn.filter(each => Math.floor(each / 100) === part).length, 10, String(part))
    assert.deepEqual(drawEvenly(upTo(3), upTo(3, 10), 4).slice(0, 3).toSorted(), [0, 1, 2])
  })

  it('is spread over the whole in any beginning of it', () => {
    const drawn = drawEvenly(upTo(1_000), [], 64)
    for (const quarter of upTo(4))
      assert.equal(drawn.slice(0, 8).filter(each => Math.floor(each / 250) === quarter).length, 2)
  })

  it('holds each once, all of them where there are few', () => {
    const counts = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 1, max: 200 }), (first, then, most) => {
        const drawn = drawEvenly(upTo(first), upTo(then, 1_000), most)
        assert.equal(new Set(drawn).size, drawn.length)
        assert.equal(drawn.length, Math.min(most, first + then))
        assert.equal(drawn.filter(each => each < 1_000).length, Math.min(first, most))
      }),
    )
  })
})
