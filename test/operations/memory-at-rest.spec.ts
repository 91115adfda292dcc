import assert from 'node:assert/strict'
import { looker, ownHeap } from '../../src/operations/memory-at-rest.ts'

const MB = 1e6

/** A heap of which a collection leaves 70 MB. */
function heapOf(state: { busy: number; size: number }) {
  let collections = 0
  const heap = {
    busy: () => state.busy,
    size: () => state.size,
    collect() {
      collections += 1
      state.size = 70 * MB
    },
  }
  return { look: looker(heap), collections: () => collections }
}

describe('memory at rest', () => {
  it('is collected once after the start, and not again while it does not grow', () => {
    const state = { busy: 0, size: 100 * MB }
    const { look, collections } = heapOf(state)
    for (const size of [100, 75, 101]) {
      state.size = size * MB
      look()
    }
    assert.equal(collections(), 1)
  })

  it('is collected after work, and never while anybody is kept waiting by it', () => {
    const state = { busy: 0, size: 100 * MB }
    const { look, collections } = heapOf(state)
    look()
    Object.assign(state, { busy: 0.3, size: 400 * MB })
    look()
    assert.equal(collections(), 1)
    state.busy = 0.01
    look()
    assert.deepEqual([collections(), state.size], [2, 70 * MB])
  })

  it('counts from what V8 gave back by itself', () => {
    const state = { busy: 0, size: 100 * MB }
    const { look, collections } = heapOf(state)
    look()
    for (const size of [60, 93]) {
      state.size = size * MB
      look()
    }
    assert.equal(collections(), 2)
  })

  it('is that of this very process', () => {
    const heap = ownHeap()
    const kept = Array.from({ length: 1_000_000 }, (_, at) => ({ at }))
    const full = process.memoryUsage().heapUsed
    kept.length = 0
    looker({ ...heap, busy: () => 0 })()
    assert.ok(full - process.memoryUsage().heapUsed > 16 * MB)
    assert.ok(heap.busy() >= 0 && heap.size() > 0)
  })
})
