import assert from 'node:assert/strict'
import { systemClock } from '../../../src/kernel/time/clock.ts'
import { startBroadcast } from '../../support/sending/broadcast.ts'
import type { Sender } from '../../support/sending/sender.ts'
import { openSending, type Sending } from '../../support/sending/sending.ts'

const RECIPIENTS = 200
/** Posts after which somebody intervenes, and milliseconds until nothing more may reach Teams. */
const ENOUGH = 60
const AT_ONCE = 2_000

describe('a broadcast on its way', () => {
  let sending: Sending
  let sender: Sender
  beforeEach(async function () {
    this.timeout(60_000)
    sending = await openSending({ recipients: RECIPIENTS })
    sender = await sending.start()
  })
  afterEach(async () => {
    await sender.kill()
    await sending.close()
  })

  const begin = async () => {
    const broadcast = await startBroadcast(sender.origin, sending.signIn, sending.organiser)
    await sending.teams.taken(ENOUGH)
    return broadcast
  }
  /** When Teams took each post, in milliseconds. */
  const moments = async () => {
    const { entries } = await sending.teams.record()
    return entries.flatMap(({ kind, takenAt }) => (kind === 'post' && takenAt !== undefined ? [takenAt] : []))
  }
  const halted = async (answeredAt: number) => {
    await sending.finished()
    const taken = await moments()
    assert.ok(taken.length < RECIPIENTS, 'it went on to everybody')
    const late = Math.max(...taken) - answeredAt
    assert.ok(late < AT_ONCE, `the last one was taken ${late} ms later`)
    return taken.length
  }

  it('reaches nobody 2 s after it was stopped, and says who got it', async function () {
    this.timeout(60_000)
    const broadcast = await begin()
    await broadcast.act('stop')
    const taken = await halted(systemClock.now())
    const { twice, unsaid, states } = await sending.verdict()
    assert.deepEqual({ twice, unsaid }, { twice: 0, unsaid: 0 })
    assert.deepEqual(states, { sent: taken, stopped: RECIPIENTS - taken })
  })

  it('waits in a pause, and then reaches all the others once', async function () {
    this.timeout(60_000)
    const broadcast = await begin()
    await broadcast.act('pause')
    const taken = await halted(systemClock.now())
    const { states } = await sending.verdict()
    assert.deepEqual(states, { sent: taken, waiting: RECIPIENTS - taken })
    await broadcast.act('go-on')
    await sending.finished()
    const { once, lost, twice, violations } = await sending.verdict()
    assert.deepEqual(
      { once, lost, twice, violations },
      { once: RECIPIENTS, lost: 0, twice: 0, violations: 0 },
    )
  })
})
