// A relay that makes a database as far away as it is told, as a process of its own: see relay-process.ts.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { countMessages } from './postgres-messages.ts'
import type { Counted } from './relay-process.ts'

/** Bytes of one direction that are on their way at most. */
const MOST = 1_048_576
const [port = 0, delay = 0] = process.argv.slice(2).map(Number)
const cells = new Int32Array(new SharedArrayBuffer(8))
const alarm = new Worker(new URL('relay-alarm.ts', import.meta.url), { workerData: cells.buffer })
/** In order: all take as long. */
const parcels: { readonly due: number; readonly deliver: () => void }[] = []
const counted = { statements: 0, roundTrips: 0 } satisfies Counted
let isSet = false

function wakeFor(ms: number): void {
  if (isSet) return
  isSet = true
  Atomics.store(cells, 0, Math.max(1, Math.round(ms * 1_000)))
  Atomics.notify(cells, 0)
}

function deliverDue(): void {
  isSet = false
  while (parcels[0] && parcels[0].due <= performance.now()) parcels.shift()?.deliver()
  const [next] = parcels
  if (next) wakeFor(next.due - performance.now())
}

function send(deliver: () => void): void {
  parcels.push({ due: performance.now() + delay, deliver })
  wakeFor(delay)
}

function pass(from: Socket, to: Socket, seen: (bytes: Buffer) => void, delivered: () => void): void {
  let underWay = 0
  from.on('data', bytes => {
    seen(bytes)
    underWay += bytes.length
    if (underWay > MOST) from.pause()
    send(() => {
      delivered()
      to.write(bytes, () => {
        underWay -= bytes.length
        if (underWay <= MOST) from.resume()
      })
    })
  })
  from.on('end', () => send(() => to.end()))
  from.on('error', () => to.destroy())
}

const server = createServer({ noDelay: true, allowHalfOpen: true }, near => {
  const far = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
  const completed = countMessages('C')
  let isAnswered = true
  const asks = () => {
    if (isAnswered) counted.roundTrips += 1
    isAnswered = false
  }
  const answers = (bytes: Buffer) => {
    counted.statements += completed(bytes)
  }
  pass(near, far, asks, () => {})
  pass(far, near, answers, () => {
    isAnswered = true
  })
})

alarm.on('message', deliverDue)
process.on('message', () => process.send?.(counted))
process.once('disconnect', () => process.exit())
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.(server.address())
