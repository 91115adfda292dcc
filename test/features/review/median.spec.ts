import assert from 'node:assert/strict'
import { medianOf } from '../../../src/features/review/median.ts'

const days = (...each: readonly number[]) => each.map(one => ({ days: one, month: 0, ideas: 1 }))

describe('the median of days until something followed', () => {
  it('is the day in the middle, whatever the order, and whatever the longest', () => {
    assert.equal(medianOf(days(40, 9, 2)), 9)
    assert.equal(medianOf(days(900, 9, 2)), 9)
    assert.equal(medianOf([{ days: 3, month: 0, ideas: 5 }, ...days(100, 200)]), 3)
  })

  it('is half of the two in the middle, rounded down', () => {
    assert.equal(medianOf(days(1, 4, 9, 30)), 6)
  })

  it('is said of one idea, of the same day, and of none not at all', () => {
    assert.equal(medianOf(days(0)), 0)
    assert.equal(medianOf([]), undefined)
  })
})
