import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { countMessages } from '../../bench/postgres-messages.ts'
import { startRelay } from '../../bench/relay-process.ts'

function message(kind: string, body: string): Buffer {
  const bytes = Buffer.from(`${kind}0000${body}`, 'latin1')
  bytes.writeInt32BE(bytes.length - 1, 1)
  return bytes
}

describe('the relay that makes a database farther away', () => {
  it('counts the statements that were done, however their answers are cut', () => {
    const answers = [
      message('C', 'INSERT 0 1'),
      message('D', 'CCCCCC'),
      message('C', 'COMMIT'),
      message('Z', 'I'),
    ]
    const all = Buffer.concat(answers)
    for (const size of [1, 2, 7, all.length]) {
      const count = countMessages('C')
      let found = 0
      for (let at = 0; at < all.length; at += size) found += count(all.subarray(at, at + size))
      assert.equal(found, 2, `in pieces of ${size}`)
    }
  })

  it('passes all on in order, more than it holds at a time, and to the end', async () => {
    const echo = createServer({ allowHalfOpen: true }, socket => void socket.pipe(socket))
    echo.listen(0, '127.0.0.1')
    await once(echo, 'listening')
    const { port } = echo.address() as { port: number }
    const relay = await startRelay(`postgres://127.0.0.1:${port}/`, 1)
    const wanted = Array.from({ length: 500_000 }, (_, at) => String(at)).join()
    const socket = connect({ port: Number(new URL(relay.url).port), host: '127.0.0.1', allowHalfOpen: true })
    socket.end(wanted)
    assert.ok((await text(socket)) === wanted, 'what came back is something else')
    assert.equal((await relay.counted()).roundTrips >= 1, true)
    relay.stop()
    echo.close()
    await once(echo, 'close')
  })
})
