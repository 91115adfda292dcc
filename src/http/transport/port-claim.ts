import { createServer } from 'node:net'

/** The metrics listen here, whatever HOST is. */
const LOOPBACK = '127.0.0.1'

function claim(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

/**
 * Binds the ports and releases them, so that a taken one is known before anything is written.
 * @throws the error of `listen`, with its `code` and `port`, where one is not free.
 */
export async function claimPorts(at: {
  readonly host: string
  readonly port: number
  readonly metricsPort?: number
}): Promise<void> {
  await claim(at.port, at.host)
  if (at.metricsPort !== undefined) await claim(at.metricsPort, LOOPBACK)
}
