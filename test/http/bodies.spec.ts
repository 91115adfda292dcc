import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import fc from 'fast-check'
import { type Bodies, createBodies } from '../../src/http/transport/bodies.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'

const LARGEST = 20_000
const MOST = { each: { count: 3, bytes: 50_000 }, all: { count: 6, bytes: 100_000 } }

/** A server that reads bodies and says what became of each, `who` being the last part of the path. */
async function startReader(bodies: Bodies) {
  const read: unknown[] = []
  const arrivals: (() => void)[] = []
  const settled: (() => void)[] = []
  const told = async (request: IncomingMessage, work: Promise<unknown>) => {
    try {
      read.push(await work)
      return request.readableAborted ? 'gone' : 'read'
    } catch (error) {
      return error instanceof Refusal ? error.code : String(error)
    }
  }
  const server = createServer(async (request, response) => {
    const who = request.url?.slice(1) || undefined
    const outcome = told(request, bodies.read(request, response, LARGEST, who))
    arrivals.shift()?.()
    const said = await outcome
    settled.shift()?.()
    response.end(said)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const next = (all: (() => void)[]) => new Promise<void>(resolve => void all.push(resolve))

  return {
    read,
    /** Begins a body of so many bytes, and sends `bytes` of them. */
    async begin(who: string, bytes: number, of = 10_000) {
      const arrived = next(arrivals)
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      let answer = ''
      const closed = new Promise<string>(resolve => void socket.once('close', () => resolve(answer)))
      socket.on('data', chunk => {
        answer += String(chunk)
      })
      const head = `POST /${who} HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: ${of}`
      socket.write(`${head}\r\n\r\n${'x'.repeat(bytes)}`)
      await arrived
      return { socket, closed, gone: () => next(settled) }
    },
    /** A whole one. */
    send: async (who: string, body: string | ReadableStream, type = 'application/json') => {
      const headers = { 'content-type': type }
      const sent = { method: 'POST', headers, body, duplex: 'half' }
      return (await fetch(`http://127.0.0.1:${port}/${who}`, sent as RequestInit)).text()
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

describe('bodies on their way', () => {
  let reader: Awaited<ReturnType<typeof startReader>>
  beforeEach(async () => {
    reader = await startReader(createBodies(MOST.all, MOST.each))
  })
  afterEach(() => reader.close())

  it('are what was sent, in whatever parts they came', async () => {
    const parts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 5_000 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(parts, async sent => {
        const body = new ReadableStream({
          start(controller) {
            for (const part of sent) controller.enqueue(part)
            controller.close()
          },
        })
        assert.equal(await reader.send('', body, 'text/plain'), 'read')
        assert.equal(reader.read.pop() ?? '', Buffer.concat(sent).toString('utf8'))
      }),
      { numRuns: 40 },
    )
  })

  it('are JSON where they say so, and nothing where nothing came', async () => {
    for (const type of ['application/json', 'Application/JSON; charset=utf-8', 'application/problem+json'])
      assert.equal(await reader.send('', '{"a":1}', type), 'read')
    await reader.send('', '')
    await reader.send('', '{"a":1}', 'text/plain')
    await reader.send('', '{"a":1}', 'application/jsonp')
    const text = '{"a":1}'
    assert.deepEqual(reader.read, [{ a: 1 }, { a: 1 }, { a: 1 }, undefined, text, text])
    assert.match(await reader.send('', '{"a":'), /BadBody/)
  })

  it('are read to their end where they are too large, and then refused', async () => {
    assert.equal(await reader.send('', 'x'.repeat(LARGEST), 'text/plain'), 'read')
    assert.equal(await reader.send('', 'x'.repeat(5 * LARGEST), 'text/plain'), 'too-large')
  })

  it('are so many of one person, whose next is refused and closed while others’ are read', async () => {
    for (let i = 0; i < MOST.each.count; i++) await reader.begin('camille', 10)
    const next = await reader.begin('camille', 10)
    assert.match(await next.closed, /connection: close\r\n[\s\S]*too-fast$/i)
    assert.equal(await reader.send('karim', '{}'), 'read')
  })

  it('take so many bytes of one person, whatever they announce', async () => {
    await reader.begin('camille', 16_000, LARGEST)
    await reader.begin('camille', 16_000, LARGEST)
    await reader.begin('camille', 10, LARGEST)
    assert.equal(await reader.send('camille', '{}'), 'too-fast')
    assert.equal(await reader.send('karim', '{}'), 'read')
  })

  it('are so many of all', async () => {
    for (let i = 0; i < MOST.all.count; i++) await reader.begin(`person-${i}`, 10)
    assert.equal(await reader.send('karim', '{}'), 'too-fast')
    assert.equal(await reader.send('', '{}'), 'too-fast')
  })

  it('take so many bytes of all', async () => {
    for (let i = 0; i < 5; i++) await reader.begin(`person-${i}`, 19_900, LARGEST)
    assert.equal(await reader.send('karim', '{}'), 'too-fast')
  })

  it('count no more once they are whole, refused, or their client is gone', async () => {
    for (let i = 0; i < 3 * MOST.all.count; i++) {
      const { socket, gone } = await reader.begin('camille', 5_000)
      const over = gone()
      socket.destroy()
      await over
      await reader.send('camille', 'x'.repeat(5 * LARGEST), 'text/plain')
      assert.equal(await reader.send('camille', '{}'), 'read')
    }
    for (let i = 0; i < MOST.each.count; i++) await reader.begin('camille', 10)
    assert.equal(await reader.send('camille', '{}'), 'too-fast')
  })
})
