import assert from 'node:assert/strict'
import { createRejectionLog } from '../../src/kernel/requests/rejection-log.ts'
import { HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'

describe('what is said of those who are turned away', () => {
  for (const ms of [0, -HOUR, HOUR])
    it(`is one line a minute, where the clock is set by ${ms / HOUR} h as well`, () => {
      const clock = fixedClock()
      const said: number[] = []
      const turnedAway = createRejectionLog(clock, ({ unsaid }) => said.push(unsaid))
      for (let i = 0; i < 3; i++) turnedAway('token')
      clock.jump(ms)
      turnedAway('token')
      clock.advance(MINUTE)
      turnedAway('token')
      assert.deepEqual(said, [0, 3])
    })
})
