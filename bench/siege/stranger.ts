/**
 * A stranger, as a process of its own: `node bench/siege/stranger.ts WAY PORT SECONDS`. It proves nothing to anybody, and has what one
 * machine has: sockets.
 */
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'

const UPGRADE = 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
const BODY = 256_000
const HEAD = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${BODY}\r\n\r\n`
const UNFINISHED = HEAD + 'x'.repeat(BODY - 1_000)
/** Between the request and what is done to its connection (ms). */
const SOON = 50
/**
 * In which all of them come (ms): some hundreds a second. More would be a flood, whose packets alone keep a machine busy; what is
 * tried here is what few of them do.
 */
const ROUND = 10_000

const [way = '', port = '', seconds = ''] = process.argv.slice(2)
const end = performance.now() + Number(seconds) * 1_000
const isOver = () => performance.now() >= end
const ended = setTimeout(Number(seconds) * 1_000)

/** A socket that is forgotten about once it is gone. It is not ended where the server ends its side. */
function open(bytes: string): Socket {
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {}).resume()
  socket.write(bytes)
  return socket
}

const gone = (socket: Socket) =>
  new Promise<void>(resolve => void socket.once('close', resolve).once('end', resolve))

/** So many at once, begun one after the other within a round; each anew in the next, wherever the one before has ended. */
async function keep(count: number, bytes: string, work: (socket: Socket) => Promise<void>): Promise<void> {
  const one = async (at: number) => {
    await setTimeout((at / count) * ROUND)
    while (!isOver()) {
      const socket = open(bytes)
      await work(socket)
      socket.destroy()
      await setTimeout(ROUND)
    }
  }
  await Promise.race([Promise.all(Array.from({ length: count }, (_, at) => one(at))), ended])
}

const held = (socket: Socket) => Promise.race([gone(socket), ended])

const WAYS: Readonly<Record<string, () => Promise<void>>> = {
  reset: () =>
    keep(2_000, UPGRADE, async socket => {
      await setTimeout(SOON)
      socket.resetAndDestroy()
    }),
  goodbye: () =>
    keep(5_000, UPGRADE, async socket => {
      await setTimeout(SOON)
      socket.end()
    }),
  held: () => keep(5_000, UPGRADE, held),
  bodies: () => keep(2_500, UNFINISHED, held),
}

await WAYS[way]?.()
process.exit(0)
