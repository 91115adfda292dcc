import assert from 'node:assert/strict'
import { supportsShown } from '../../../src/features/ideas/idea/support-count.ts'

const shown = (idea: object) => {
  const seen = { author: 'camille', supports: 1, directions: 1, ...idea }
  const { supports, directions } = supportsShown(seen)
  return [supports, directions]
}

describe('how many support an idea', () => {
  it('is told once somebody else than its author does, the author counted with them', () => {
    assert.deepEqual(shown({}), [0, 0])
    assert.deepEqual(shown({ mine: true, supported: true }), [0, 0])
    assert.deepEqual(shown({ supports: 2, directions: 2 }), [2, 2])
    assert.deepEqual(shown({ supports: 2, directions: 1, mine: true, supported: true }), [2, 1])
  })

  it('is told at once of what a table said, which has no author, and to whoever gave the only one', () => {
    assert.deepEqual(shown({ author: '' }), [1, 1])
    assert.deepEqual(shown({ author: '', supports: 0, directions: 0 }), [0, 0])
    assert.deepEqual(shown({ mine: false, supported: true }), [1, 1])
  })
})
