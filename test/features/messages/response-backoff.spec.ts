import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dueFor, type History, type SentMessage } from '../../../src/features/messages/response/backoff.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'

const START = 1_000 * DAY

/** Sends one of the topic whenever it may, looking every six hours; `reply`: hours after which each is answered. */
function sendFor(days: number, every: number, reply: (which: number) => number | undefined) {
  const sent: SentMessage[] = []
  const answers: number[] = []
  for (let now = START; now <= START + days * DAY; now += 6 * HOUR) {
    const answeredAt = Math.max(-1, ...answers.filter(at => at <= now))
    const history: History = { sent: sent.slice(-8), answeredAt }
    if (dueFor(history, every, now) !== 'now') continue
    const hours = reply(sent.length)
    sent.push({ at: now, arrived: true })
    if (hours !== undefined) answers.push(now + hours * HOUR)
  }
  return { moments: sent.map(({ at }) => at), answers }
}

const every = fc.integer({ min: 1, max: 20 }).map(days => days * DAY)
/** Answered after so many hours, or never. */
const replies = fc.array(fc.option(fc.integer({ min: 0, max: 800 }), { nil: undefined }), { maxLength: 60 })

/** Number of unanswered messages before `at`, counted back from the last. */
function ignored(moments: readonly number[], answers: readonly number[], at: number): number {
  const last = Math.max(-1, ...answers.filter(each => each <= at))
  return moments.filter(each => each < at && each > last).length
}

describe('a topic that comes to somebody', () => {
  it('never comes sooner than it may, comes half as often after two unanswered, and no more after four', () => {
    fc.assert(
      fc.property(every, replies, (gap, reply) => {
        const { moments, answers } = sendFor(365, gap, which => reply[which])
        for (const [at, moment] of moments.entries()) {
          const before = moments[at - 1]
          if (before === undefined) continue
          const unanswered = ignored(moments, answers, moment)
          assert.ok(unanswered < 4, 'a fifth')
          assert.ok(moment - before >= gap, 'sooner than it may')
          if (unanswered >= 2) assert.ok(moment - before >= 2 * gap, 'as often as before')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('comes to who never answers at 0, 1, 3 and 5 times its interval, and is over', () => {
    const days = (moments: readonly number[]) => moments.map(at => (at - START) / DAY)
    assert.deepEqual(days(sendFor(365, 7 * DAY, () => undefined).moments), [0, 7, 21, 35])
  })

  it('comes as often as it may to who answers', () => {
    fc.assert(
      fc.property(every, fc.integer({ min: 0, max: 20 }), (gap, hours) => {
        const { moments } = sendFor(200, gap, () => hours)
        assert.equal(moments.length, Math.floor((200 * DAY) / gap) + 1)
      }),
    )
  })

  it('starts anew whenever one is answered, be it the first of three', () => {
    const sent = [0, 7, 21].map(day => ({ at: START + day * DAY, arrived: true }))
    const week = 7 * DAY
    const now = START + 28 * DAY
    assert.equal(dueFor({ sent }, week, now), 'later')
    assert.equal(dueFor({ sent, answeredAt: START + 22 * DAY }, week, now), 'now')
  })

  it('says nothing by silence within three days, nor by that of one which may not have come', () => {
    const week = 7 * DAY
    const sent = [0, 7, 21, 35].map(day => ({ at: START + day * DAY, arrived: true }))
    assert.equal(dueFor({ sent }, week, START + 37 * DAY), 'later')
    assert.equal(dueFor({ sent }, week, START + 38 * DAY), 'never')
    const doubtful = sent.map(one => ({ ...one, arrived: false }))
    assert.equal(dueFor({ sent: doubtful }, week, START + 41 * DAY), 'later')
    assert.equal(dueFor({ sent: doubtful }, week, START + 42 * DAY), 'now')
  })
})
