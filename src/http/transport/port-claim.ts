import { createServer } from 'node:net'

/** Where what is measured listens, whatever HOST is. */
const LOOPBACK = '127.0.0.1'

function claim(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

/**
 * Listens for a moment where the server will, and lets go again: what stands in the way is known while nothing is written.
 * @throws what `listen` says, with its `code` and `port`, where one cannot be had.
 */
export async function claimPorts(at: {
  readonly host: string
  readonly port: number
  readonly metricsPort?: number
}): Promise<void> {
  await claim(at.port, at.host)
  if (at.metricsPort !== undefined) await claim(at.metricsPort, LOOPBACK)
}
