import type { Server } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'

const GRACE_MS = 3 * SECOND
const SWEEP_MS = 20
/** How long pending connections are accepted; under load others come all the time. */
const LET_IN_MS = SECOND

function end(server: Server): Promise<void> {
  return new Promise(resolve => {
    // A response that the client does not read never ends by itself.
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    // Node closes a kept-alive connection only when asked while it is idle.
    const idle = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
  })
}

/**
 * Graceful shutdown: accepts no more requests, and is done when the running ones have ended, after 4 s at the latest.
 */
export function createShutdown(server: Server): () => Promise<void> {
  let accepted = 0
  server.on('connection', () => void accepted++)
  return async () => {
    const until = monotonic.now() + LET_IN_MS
    // Node accepts one connection in a turn of its event loop: those in the backlog would be reset.
    for (let before = -1; accepted > before && monotonic.now() < until; ) {
      before = accepted
      await setImmediate()
      await setImmediate()
    }
    await end(server)
  }
}
