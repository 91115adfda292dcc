import { deepEqual, equal } from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { createServerClock } from '../../src/tabs/client/room/data/server-clock.ts'
import { digits, timeLeft } from '../../src/tabs/client/room/parts/time-left.ts'
import { rankedOptions } from '../../src/tabs/client/room/scenes/result.tsx'

describe('a timer on the room’s screen', () => {
  it('shows minutes and seconds, hours where there are any, and each second until it is over', () => {
    deepEqual([12 * MINUTE + 5 * SECOND, 59_001, 1, 0, HOUR, 90 * MINUTE].map(digits), [
      '12:05',
      '1:00',
      '0:01',
      '0:00',
      '1:00:00',
      '1:30:00',
    ])
  })

  it('stands still while it is paused, and never goes below nothing', () => {
    const timer = { endsAt: 1_000, total: 5_000 }
    equal(timeLeft(timer, 400), 600)
    equal(timeLeft({ ...timer, left: 300 }, 99_000), 300)
    equal(timeLeft(timer, 99_000), 0)
    equal(timeLeft({ ...timer, ended: true }, 0), 0)
  })
})

describe('the server’s time, on a machine whose clock is wrong', () => {
  it('is what the server said, half of the way there and back ago', () => {
    let elapsed = 100
    const clock = createServerClock({ now: () => 5, elapsed: () => elapsed })
    deepEqual([clock.now(), clock.known()], [5, false])
    elapsed = 300
    clock.learn(1_000_000, 100)
    equal(clock.now(), 1_000_100)
    elapsed = 800
    deepEqual([clock.now(), clock.known()], [1_000_600, true])
  })
})

describe('a vote’s options, once it is closed', () => {
  it('stand winners first, then by what they got', () => {
    const options = [
      { title: 'a', total: exact('open-ballot', 3) },
      { title: 'b', total: exact('open-ballot', 9) },
      { title: 'c', total: exact('open-ballot', 9) },
      { title: 'd', total: exact('open-ballot', 4) },
    ]
    const ballot = { id: '', question: '', kind: 'dots', secret: false, closesAt: 0, options } as const
    deepEqual(
      rankedOptions({ ballot, winners: [2] }).map(({ title, won }) => [title, won]),
      [
        ['c', true],
        ['b', false],
        ['d', false],
        ['a', false],
      ],
    )
  })
})
