import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { engines } from './support/database/engines.ts'
import { listen } from './support/product/events.ts'
import { startBroadcast } from './support/sending/broadcast.ts'
import { agent, createLine, type Ground, KINDS, type Line, prepare } from './support/sending/load.ts'
import type { Sender } from './support/sending/sender.ts'
import { openSending, type Sending } from './support/sending/sending.ts'
import { BOT } from './support/sending/settings.ts'
import { MAELLE, TENANT } from './support/sign-in/cast.ts'
import { textOnCard } from './support/teams/card-view.ts'

const RECIPIENTS = 150
/** Posts after which it is told to stop: others are in flight by then. */
const ENOUGH = 40
const TAPS = 24
/** Milliseconds; a platform that stops an instance waits for ten, some for five. */
const SOON = 5_000
const AT_ONCE = 2_500

async function connectTo({ origin }: Sender, bytes: string) {
  const socket = connect({ port: Number(new URL(origin).port), host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'ready')
  return socket
}

/** Holds a connection as Teams by never sending the rest of what it announced. */
function dawdle(sender: Sender, token: string) {
  const head =
    'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000'
  return connectTo(sender, `${head}\r\nauthorization: Bearer ${token}\r\n\r\n{"text":`)
}

/** What strangers leave open: other protocols, tunnels, half a head, half a body, nothing at all. */
const LEFT_OPEN = [
  'GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  'CONNECT x:1 HTTP/1.1\r\nhost: x:1\r\n\r\n',
  'POST /api/messages HTTP/1.1\r\nhost: x\r\n',
  'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n\r\n{',
  '',
]

for (const engine of engines)
  describe(`an instance that is asked to stop, on ${engine.name}`, () => {
    let sending: Sending
    let sender: Sender
    let drop: () => Promise<void>
    beforeEach(async function () {
      this.timeout(90_000)
      const made = await engine.create()
      drop = made.drop
      const url = engine.name === 'postgres' ? { url: made.url } : {}
      sending = await openSending({ recipients: RECIPIENTS, ...url })
      sender = await sending.start()
    })
    afterEach(async () => {
      await sender.kill()
      await sending.close()
      await drop()
    })

    /** People vote at once. Resolves once a third is answered, with whether all are, and well. */
    async function voting(line: Line, ground: Ground) {
      const some = Promise.withResolvers<void>()
      let left = TAPS / 3
      const answers = Array.from({ length: TAPS }, async (_, at) => {
        const act = KINDS.vote?.(ground, '', at)
        assert.ok(act)
        const card = await line.presses({ ...agent(`Voix ${at}`), tenant: TENANT }, act.verb, act.data)
        if (--left === 0) some.resolve()
        return act.good.test(textOnCard(card))
      })
      const all = Promise.all(answers)
      await Promise.race([some.promise, all])
      return { all }
    }

    it('answers what is in flight, closes its streams, sends nothing twice and is gone within 5 s', async function () {
      this.timeout(90_000)
      const { serviceUrl } = sending.teams
      const token = await sending.signIn.botToken({ serviceurl: serviceUrl })
      const line = createLine(sender.endpoint, serviceUrl, { bot: BOT, token: async () => token })
      const ground = await prepare(line, {
        organiser: MAELLE,
        voter: { ...agent('Une voix'), tenant: TENANT },
      })
      const stream = await listen(sender.origin, await sending.signIn.tabToken(MAELLE))
      await startBroadcast(sender.origin, sending.signIn, sending.organiser)
      await sending.teams.taken(ENOUGH)
      const slow = [await dawdle(sender, token)]
      for (const bytes of LEFT_OPEN) slow.push(await connectTo(sender, bytes))
      const { all } = await voting(line, ground)
      const begun = performance.now()
      assert.equal(await sender.stop(), 0)
      const took = performance.now() - begun
      assert.ok(took < SOON, `${took} ms`)
      for (const socket of slow) socket.destroy()
      assert.deepEqual(await all, Array(TAPS).fill(true))
      assert.deepEqual((await stream.all()).at(-1), { event: 'end', why: 'stop' })
      assert.doesNotMatch(sender.said(), /"level":[56]0/)
      sender = await sending.start()
      await sending.finished()
      const { lost, twice, unsaid, states } = await sending.verdict()
      assert.deepEqual(
        { lost, twice, unsaid, states },
        { lost: 0, twice: 0, unsaid: 0, states: { sent: RECIPIENTS } },
      )
    })

    if (engine.name === 'sqlite')
      it('is gone at once when it is asked again', async function () {
        this.timeout(90_000)
        const token = await sending.signIn.botToken({ serviceurl: sending.teams.serviceUrl })
        const slow = await dawdle(sender, token)
        const gone = sender.stop()
        await setTimeout(200)
        const begun = performance.now()
        sender.signal('SIGINT')
        assert.notEqual(await gone, 0)
        assert.ok(performance.now() - begun < AT_ONCE)
        slow.destroy()
      })
  })
