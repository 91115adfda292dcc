import assert from 'node:assert/strict'
import { openings } from '../../src/demo/playground/page-openings.ts'
import { SECOND } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'

describe('the Playground’s page', () => {
  it('is opened once, though it says twice that the bot is there, and anew when it is opened anew', () => {
    const clock = fixedClock()
    const begins = openings(clock)
    assert.deepEqual([begins(), begins()], [true, false])
    clock.advance(SECOND)
    assert.equal(begins(), false)
    clock.advance(30 * SECOND)
    assert.deepEqual([begins(), begins()], [true, false])
  })
})
