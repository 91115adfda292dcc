import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { TIMES } from '../../src/http/transport/timeouts.ts'
import { CAMILLE } from '../support/sign-in/cast.ts'
import { rawSend, startWeb } from './web.ts'

const SHORT = { ...TIMES, headers: 300, request: 300, check: 20 }

/** One that asks the server to change to another protocol; `method` and `more` are those of a request. */
const asking = (method: string, upgrade: string, more = '') =>
  `${method} /health/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${upgrade}\r\n${more}\r\n`
const TUNNEL = 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n'
const PLAIN = 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'

/** A connection that has sent `bytes`, and what came back so far. */
function open(port: number, bytes: string) {
  const socket: Socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  let answer = ''
  const first = Promise.withResolvers<void>()
  socket.on('data', chunk => {
    answer += String(chunk)
    first.resolve()
  })
  socket.on('error', () => {})
  const closed = new Promise<void>(resolve => void socket.once('close', () => resolve()))
  const ended = new Promise<void>(resolve => void socket.once('end', () => resolve()))
  void ended.then(first.resolve)
  void closed.then(first.resolve)
  socket.write(bytes)
  return { socket, answered: first.promise, ended, closed, said: () => answer }
}

describe('a connection that wants something else than HTTP', () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  beforeEach(async () => {
    web = await startWeb({ times: SHORT })
  })
  afterEach(() => web.close())

  const isAlive = async () => (await web.get('/health/live')).status === 200

  for (const upgrade of ['websocket', 'h2c', 'TLS/1.0', ''])
    it(`is answered as any other when it asks for «${upgrade}»`, async () => {
      assert.equal(await rawSend(web.port, asking('GET', upgrade)), 'HTTP/1.1 200 OK')
      assert.equal(await rawSend(web.port, asking('HEAD', upgrade)), 'HTTP/1.1 200 OK')
      assert.equal(
        await rawSend(web.port, asking('POST', upgrade, 'Content-Length: 2\r\n')),
        'HTTP/1.1 405 Method Not Allowed',
      )
    })

  it('is let go with its answer: Node drops what follows in the same packet', async () => {
    const { said, ended, socket } = open(web.port, asking('GET', 'websocket') + PLAIN)
    await ended
    socket.end()
    assert.equal(said().match(/HTTP\/1\.1 200 OK/g)?.length, 1)
    assert.match(said(), /\r\nconnection: close\r\n/i)
  })

  it('ends nothing when it is reset, before its answer and after', async () => {
    for (const bytes of [
      asking('GET', 'websocket'),
      asking('POST', 'h2c', 'Content-Length: 9\r\n'),
      TUNNEL,
    ]) {
      const early = open(web.port, bytes)
      early.socket.resetAndDestroy()
      await early.closed
      const late = open(web.port, bytes)
      await late.answered
      late.socket.resetAndDestroy()
      await late.closed
      assert.ok(await isAlive())
    }
  })

  it('is closed once its client has said goodbye', async () => {
    const { socket, answered, ended } = open(web.port, asking('GET', 'websocket'))
    await answered
    socket.end()
    await ended
  })

  it('is waited for no longer than any other', async () => {
    web.server.post('/taken', async (_, response) => void response.end())
    const head = asking('POST', 'websocket', 'Content-Type: application/json\r\nContent-Length: 9\r\n')
    const { ended, said, socket } = open(web.port, head.replace('/health/live', '/taken'))
    await ended
    socket.destroy()
    assert.match(said(), /^HTTP\/1\.1 408 /)
  })

  it('is closed at once when it asks for a tunnel', async () => {
    const { ended, said, socket } = open(web.port, TUNNEL)
    await ended
    socket.destroy()
    assert.equal(said(), '')
    assert.ok(await isAlive())
  })

  it('is told when it speaks something else, and closed', async () => {
    const hello = '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'
    for (const bytes of [
      hello,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      '\r\n\r\nx y z',
    ]) {
      const { ended, said, socket } = open(web.port, bytes)
      await ended
      socket.destroy()
      assert.match(said(), /^HTTP\/1\.1 400 Bad Request\r\n/, bytes)
    }
    assert.ok(await isAlive())
  })

  it('does not hold up the end', async () => {
    const half = 'POST /api/messages HTTP/1.1\r\nHost: x\r\n'
    const all = [asking('GET', 'websocket'), TUNNEL, half, '', PLAIN].map(bytes => open(web.port, bytes))
    assert.ok(await isAlive())
    const closed = Promise.all(all.map(each => each.ended))
    await web.server.close()
    await closed
    for (const { socket } of all) socket.destroy()
  })
})

describe('a client that waits to be asked for its body', () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  before(async () => {
    web = await startWeb({ routes: [{ method: 'post', path: '/echo', run: async ({ body }) => body }] })
  })
  after(() => web.close())

  const head = (expect: string, more = '') =>
    `POST /api/v1/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 7\r\nExpect: ${expect}\r\n${more}\r\n`

  it('is not asked before it has proven who it is, and the connection ends', async () => {
    const { said, ended, socket } = open(web.port, head('100-continue'))
    await ended
    socket.destroy()
    assert.match(said(), /^HTTP\/1\.1 401 Unauthorized\r\n/)
  })

  it('is asked then, and answered', async () => {
    const authorization = `Authorization: Bearer ${await web.signIn.tabToken(CAMILLE)}\r\nConnection: close\r\n`
    const { said, answered, ended, socket } = open(web.port, head('100-Continue', authorization))
    await answered
    assert.equal(said(), 'HTTP/1.1 100 Continue\r\n\r\n')
    socket.write('{"a":1}')
    await ended
    socket.destroy()
    assert.match(said(), /HTTP\/1\.1 200 OK\r\n[\s\S]*\{"a":1\}$/)
  })

  it('is told that nothing else is done for it', async () => {
    for (const expect of ['200-ok', '100-continue-later', ''])
      assert.match(await rawSend(web.port, head(expect)), /^HTTP\/1\.1 4(17|01) /, expect)
    assert.equal((await web.get('/health/live')).status, 200)
  })
})

describe('a request that is refused before its body has come', () => {
  /** Of one address; see src/http/transport/rejected-bodies.ts. */
  const MANY = 50
  let web: Awaited<ReturnType<typeof startWeb>>
  beforeEach(async () => {
    web = await startWeb({ routes: [{ method: 'post', path: '/echo', run: async ({ body }) => body }] })
  })
  afterEach(() => web.close())

  const HEAD =
    'POST /api/v1/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'
  const refused = async () => {
    const each = open(web.port, HEAD)
    await each.answered
    assert.match(each.said(), /^HTTP\/1\.1 401 /)
    return each
  }
  const isClosed = (answer: string) => /\r\nconnection: close\r\n/i.test(answer)

  it('is read to its end, unless its address has many of them: then the connection ends with the answer', async () => {
    const kept = await Promise.all(Array.from({ length: MANY }, refused))
    assert.ok(kept.every(({ said }) => !isClosed(said())))
    const next = await refused()
    assert.ok(isClosed(next.said()))
    await next.ended
    const [first, second] = kept
    first?.socket.write(' '.repeat(8) + PLAIN)
    await first?.ended
    assert.match(first?.said() ?? '', /HTTP\/1\.1 200 OK/)
    second?.socket.destroy()
    await second?.closed
    assert.equal((await web.get('/health/live')).status, 200)
    for (let i = 0; i < 2; i++) assert.ok(!isClosed((await refused()).said()))
    assert.ok(isClosed((await refused()).said()))
  })

  it('where nobody reads a body at all, ends with the answer', async () => {
    const bytes = 'GET /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'
    const { ended, said, socket } = open(web.port, bytes)
    await ended
    socket.destroy()
    assert.ok(isClosed(said()))
  })

  for (const [host, demo, line] of [
    ['[', false, /^HTTP\/1\.1 400 /],
    ['evil.example', true, /^HTTP\/1\.1 403 /],
  ] as const)
    it(`where it is turned away at the entrance, as for «${host}», ends with the answer`, async () => {
      await web.close()
      web = await startWeb({ demo })
      const { answered, ended, said, socket } = open(web.port, HEAD.replace('Host: x', `Host: ${host}`))
      await answered
      assert.match(said(), line)
      assert.ok(isClosed(said()))
      await ended
      socket.destroy()
    })
})
