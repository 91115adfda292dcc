import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  drawn,
  LEAST_AGREEMENT,
  lowerBound,
  SAMPLE_SIZE,
  sampleObstacle,
  sampleReading,
  wordsMark,
} from '../../../src/features/synthesis/sentence/sample.ts'

/** A generator of its own, so that what is drawn is the same at each run. */
function lots(seed: number): () => number {
  let state = seed
  return () => {
    state = (1_103_515_245 * state + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const counts = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000))
  .map(([read, right]) => ({ read, right: Math.min(read, right), whole: false }))

describe('the lower bound of agreement', () => {
  it('is Wilson’s, as tables have it', () => {
    for (const [right, read, low] of [
      [60, 60, 0.9398],
      [54, 60, 0.7985],
      [52, 60, 0.7583],
      [51, 60, 0.7389],
      [30, 60, 0.3773],
      [1, 1, 0.2065],
      [0, 10, 0],
    ] as const)
      assert.equal(Math.round(10_000 * lowerBound({ read, right, whole: false })) / 10_000, low)
    assert.equal(lowerBound({ read: 0, right: 0, whole: false }), 0)
  })

  it('is the share itself where all were read', () => {
    fc.assert(
      fc.property(counts, ({ read, right }) => {
        assert.equal(lowerBound({ read, right, whole: true }), right / read)
      }),
    )
  })

  it('is a share, under what was found, and never falls as more is right or more is read', () => {
    fc.assert(
      fc.property(counts, each => {
        const low = lowerBound(each)
        const { read, right } = each
        assert.ok(low >= 0 && low <= right / read)
        if (right < read) assert.ok(lowerBound({ ...each, right: right + 1 }) > low)
        assert.ok(lowerBound({ ...each, read: 2 * read, right: 2 * right }) >= low)
        assert.ok(lowerBound({ ...each, read: read + 1 }) <= low)
      }),
    )
  })

  it('lies under the true share of at least nineteen samples in twenty, or nearly', () => {
    const lot = lots(7)
    let under = 0
    for (let n = 0; n < 2_000; n++) {
      const right = Array.from({ length: SAMPLE_SIZE }, lot).filter(each => each < 0.85).length
      if (lowerBound({ read: SAMPLE_SIZE, right, whole: false }) <= 0.85) under += 1
    }
    assert.ok(under >= 1_880, String(under))
  })
})

describe('the ideas that are drawn', () => {
  it('are all of them where there are no more, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.nat(10_000), (size, seed) => {
        const all = Array.from({ length: size }, (_, at) => at)
        const taken = drawn(all, SAMPLE_SIZE, lots(seed))
        assert.equal(taken.length, Math.min(SAMPLE_SIZE, size))
        assert.equal(new Set(taken).size, taken.length)
        assert.ok(taken.every(each => all.includes(each)))
      }),
    )
  })

  it('are each as likely as any other', () => {
    const times = Array.from({ length: 100 }, () => 0)
    const lot = lots(3)
    for (let n = 0; n < 5_000; n++)
      for (const at of drawn(
        Array.from({ length: 100 }, (_, each) => each),
        10,
        lot,
      ))
        times[at] = (times[at] ?? 0) + 1
    // 500 each, give or take six deviations.
    assert.ok(
      times.every(each => Math.abs(each - 500) < 130),
      times.join(),
    )
  })
})

describe('how far the reading of a sample has come', () => {
  const draw = { at: 5, words: 'w', of: 2 }
  const one = { idea: 'a', theme: 't' }
  const seen = { draw, sampled: [one], words: 'w', placed: 2, ranAt: 5 }
  const state = (more: object) => sampleReading({ ...seen, ...more }).state

  it('is said by its state', () => {
    assert.equal(state({ draw: undefined, sampled: [] }), 'to-draw')
    assert.equal(state({ draw: undefined, sampled: [], placed: 0 }), 'none')
    assert.equal(state({}), 'reading')
    assert.equal(state({ sampled: [{ ...one, right: false }] }), 'done')
    assert.equal(state({ ranAt: 6 }), 'stale')
    assert.equal(state({ words: 'x' }), 'stale')
    assert.equal(state({ words: 'x', placed: 0 }), 'none')
    // All that was drawn is gone by now.
    assert.equal(state({ sampled: [] }), 'stale')
  })

  it('keeps from publishing until it is done and good enough', () => {
    const obstacle = (right: number, of: number) =>
      sampleObstacle(
        sampleReading({
          ...seen,
          draw: { ...draw, of },
          sampled: Array.from({ length: 60 }, (_, at) => ({ idea: `i${at}`, theme: 't', right: at < right })),
        }),
      )
    assert.deepEqual([obstacle(51, 600), obstacle(52, 600)], ['agreement-low', undefined])
    assert.deepEqual([obstacle(44, 60), obstacle(45, 60)], ['agreement-low', undefined])
    assert.equal(LEAST_AGREEMENT, 45 / 60)
    assert.equal(sampleObstacle(sampleReading(seen)), 'sample-unread')
    assert.equal(sampleObstacle(sampleReading({ ...seen, ranAt: 6 })), 'sample-stale')
    assert.equal(sampleObstacle(sampleReading({ ...seen, draw: undefined, sampled: [] })), 'sample-to-draw')
  })

  it('knows other words of a theme, in whatever order they are', () => {
    const themes = [
      { id: 'a', words: ['un', 'deux'] },
      { id: 'b', words: [] },
    ]
    assert.equal(wordsMark(themes.toReversed()), wordsMark(themes))
    assert.equal(
      wordsMark([
        { id: 'a', words: ['deux', 'un'] },
        { id: 'b', words: [] },
      ]),
      wordsMark(themes),
    )
    for (const other of [
      [
        { id: 'a', words: ['un'] },
        { id: 'b', words: [] },
      ],
      [{ id: 'a', words: ['un', 'deux'] }],
      [
        { id: 'a', words: ['un'] },
        { id: 'b', words: ['deux'] },
      ],
    ])
      assert.notEqual(wordsMark(other), wordsMark(themes))
  })
})
