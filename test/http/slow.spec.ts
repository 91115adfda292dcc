import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { TIMES } from '../../src/http/transport/timeouts.ts'
import { startWeb } from './web.ts'

/** The same limits, a hundred times shorter. */
const SHORT = Object.fromEntries(Object.entries(TIMES).map(([name, ms]) => [name, ms / 100])) as typeof TIMES
const LARGE = Buffer.alloc(64_000_000, 'x')

/** Not `once` of events: that one gives up where the socket is reset first, as it may be. */
const closed = (socket: Socket) => new Promise<void>(resolve => void socket.once('close', () => resolve()))

describe('a client that is slow', () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  beforeEach(async () => {
    web = await startWeb({ times: SHORT })
  })
  afterEach(() => web.close())

  /** Sends `first`, then a byte of `drip` now and then. @returns what came back, once the socket is closed */
  async function drip(first: string, byte: string): Promise<string> {
    const socket: Socket = connect(web.port, '127.0.0.1')
    let answer = ''
    socket.on('data', chunk => {
      answer += String(chunk)
    })
    socket.on('error', () => {})
    socket.write(first)
    const dripping = setInterval(() => socket.write(byte), 10)
    await closed(socket)
    clearInterval(dripping)
    return answer
  }

  it('with its headers is not waited for', async () => {
    const answer = await drip('GET /health/live HTTP/1.1\r\nHost: x\r\n', 'x')
    assert.match(answer, /^HTTP\/1\.1 408 /)
  })

  it('with its body is not waited for, with or without a length', async () => {
    web.server.post('/taken', async (_, response) => void response.end())
    const head = 'POST /taken HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    assert.match(await drip(`${head}Content-Length: 100000\r\n\r\n{`, ' '), /^HTTP\/1\.1 408 /)
    assert.match(await drip(`${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'), /^HTTP\/1\.1 408 /)
  })

  it('that sends nothing at all is not waited for', async () => {
    const socket = connect(web.port, '127.0.0.1')
    socket.on('error', () => {}).resume()
    await closed(socket)
  })

  it('that does not read its answer is let go', async () => {
    const gone = Promise.withResolvers<void>()
    web.server.get('/large', async (_: unknown, response: ServerResponse) => {
      response.once('close', gone.resolve)
      response.end(LARGE)
    })
    const socket = connect(web.port, '127.0.0.1')
    socket.on('error', () => {}).pause()
    socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n')
    await gone.promise
    socket.destroy()
  })

  it('keeps nobody else waiting', async () => {
    const sockets = Array.from({ length: 200 }, () => {
      const socket = connect(web.port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n')
      return socket
    })
    assert.equal((await web.get('/health/live')).status, 200)
    for (const socket of sockets) socket.destroy()
  })
})

describe('a client that sends too much', () => {
  it('of headers is refused before anything looks at them', async () => {
    const web = await startWeb()
    try {
      const headers = { authorization: `Bearer ${'a'.repeat(17_000)}` }
      assert.equal((await web.get('/api/v1/me', headers)).status, 431)
    } finally {
      await web.close()
    }
  })
})
