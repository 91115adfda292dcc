import assert from 'node:assert/strict'
import { engines } from './support/database/engines.ts'
import { startBroadcast } from './support/sending/broadcast.ts'
import { killSenders } from './support/sending/kills.ts'
import type { Sender } from './support/sending/sender.ts'
import { openSending, type Sending } from './support/sending/sending.ts'

/** `npm run prove -- kills` is the long one. On a server two instances share the database: one sends, the other takes over. */
const RUNS = { sqlite: { instances: 1, times: 3 }, postgres: { instances: 2, times: 1 } }
const RECIPIENTS = 150

for (const engine of engines) {
  const { instances, times } = RUNS[engine.name]
  describe(`what is sent while whoever sends is killed, on ${engine.name}`, () => {
    let sending: Sending
    let senders: Sender[]
    let drop: () => Promise<void>
    beforeEach(async function () {
      this.timeout(60_000)
      const made = await engine.create()
      drop = made.drop
      const url = engine.name === 'postgres' ? { url: made.url } : {}
      sending = await openSending({ recipients: RECIPIENTS, instances, ...url })
      const first = await sending.start()
      senders = [first, ...(instances > 1 ? [await sending.start(1)] : [])]
      await startBroadcast(first.origin, sending.signIn, sending.organiser)
    })
    afterEach(async () => {
      for (const sender of senders) await sender.kill()
      await sending.close()
      await drop()
    })

    it('reaches everybody once, but for those in flight at a kill, who are said to be unknown', async function () {
      this.timeout(90_000)
      const kills = await killSenders(sending, senders, times)
      const { lost, twice, unsaid, states } = await sending.verdict()
      assert.deepEqual({ lost, twice, unsaid }, { lost: 0, twice: 0, unsaid: 0 })
      const inFlight = kills.reduce((sum, { begun }) => sum + begun, 0)
      assert.ok(inFlight > 0, 'each kill fell between two calls')
      assert.ok((states.unknown ?? 0) <= inFlight, `${states.unknown} unknown of ${inFlight} in flight`)
      assert.equal((states.sent ?? 0) + (states.unknown ?? 0), RECIPIENTS)
    })
  })
}
