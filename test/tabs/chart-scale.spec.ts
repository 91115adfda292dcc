import { deepEqual, equal } from 'node:assert/strict'
import { across, apart, columnHeight, marked, topOf } from '../../src/tabs/client/parts/charts/scale.ts'

describe('the line of participation', () => {
  it('ends its scale on the round number above', () => {
    deepEqual([[], [3], [38, 31], [61], [100]].map(topOf), [10, 10, 40, 80, 100])
  })

  it('leaves a foot to see of a column whose share is no whole per cent, and nothing where nobody came', () => {
    equal(columnHeight({ share: 0, count: 10 }, 10, 116), 4)
    equal(columnHeight({ share: 0, count: 0 }, 10, 116), 0)
    equal(columnHeight({ share: 5, count: 350 }, 10, 116), 58)
  })

  it('goes from edge to edge, and one week alone stands at the end', () => {
    deepEqual(
      [0, 1, 2].map(at => across(at, 3)),
      [0, 50, 100],
    )
    equal(across(0, 1), 100)
  })

  it('marks the last week and evenly back from it, five at the most', () => {
    deepEqual(marked(1, 5), [0])
    deepEqual(marked(4, 5), [0, 1, 2, 3])
    deepEqual(marked(16, 5), [3, 7, 11, 15])
    for (let weeks = 1; weeks <= 26; weeks++) {
      const places = marked(weeks, 5)
      equal(places.at(-1), weeks - 1)
      equal(places.length <= 5, true)
    }
  })

  it('keeps two labels apart, in their order and within the chart', () => {
    deepEqual(apart(95, 78, 14), [95, 78])
    deepEqual(apart(50, 48, 14), [56, 42])
    deepEqual(apart(0, 0, 14), [14, 0])
    deepEqual(apart(99, 100, 14), [86, 100])
  })
})
