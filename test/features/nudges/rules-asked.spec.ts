import assert from 'node:assert/strict'
import { isAsked } from '../../../src/features/nudges/rules/domain.ts'

const free = { stage: 'announced', capacity: 2, seatsTaken: 1, opensAt: null } as const

describe('whoever has not answered for a workshop', () => {
  it('is asked once registration is open and while there are seats, and not before or after', () => {
    const cases = [
      free,
      { ...free, opensAt: 5 },
      { ...free, opensAt: 6 },
      { ...free, mine: 'waiting' },
      { ...free, stage: 'full', seatsTaken: 2 },
      { ...free, stage: 'closed' },
      { ...free, stage: 'cancelled' },
    ] as const
    assert.deepEqual(
      cases.map(each => isAsked(each, 5)),
      [true, true, false, false, false, false, false],
    )
  })
})
