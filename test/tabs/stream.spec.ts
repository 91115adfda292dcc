import assert from 'node:assert/strict'
import { SECOND } from '../../src/kernel/time/clock.ts'
import { waitAfter } from '../../src/tabs/client/data/stream/live.ts'

describe('a page that no longer listens', () => {
  it('is back within two seconds of an instance that stopped in order, whatever it lost before', () => {
    for (const losses of [0, 1, 20]) assert.ok(waitAfter('stop', losses) < 2 * SECOND)
  })

  it('waits longer each time that nobody answers, a minute at most', () => {
    const waits = [0, 1, 2, 3, 20].map(losses => waitAfter('lost', losses) / SECOND)
    assert.deepEqual(waits, [1, 2, 4, 8, 60])
  })
})
