// A clock for relay.ts, as a thread of its own: Node's timers know whole milliseconds.
import { parentPort, workerData } from 'node:worker_threads'

const [ASKED, NEVER] = [0, 1]
const cells = new Int32Array(workerData as SharedArrayBuffer)

for (;;) {
  Atomics.wait(cells, ASKED, 0)
  Atomics.wait(cells, NEVER, 0, Atomics.exchange(cells, ASKED, 0) / 1_000)
  parentPort?.postMessage('rings')
}
