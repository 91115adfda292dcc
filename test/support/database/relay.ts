import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What becomes of bytes on their way: others, or none. */
type Passage = (bytes: Buffer) => Buffer | undefined

export type Relay = {
  /** Leads through it to the database. */
  readonly url: string
  /** What the product sends, and what the server answers: passed as it is unless told otherwise. */
  sent: Passage
  answered: Passage
  /** Breaks all connections on both sides. */
  readonly cut: () => void
  readonly stop: () => Promise<void>
}

/** Stands between the product and a PostgreSQL, and tampers with what passes. */
export async function startRelay(database: string): Promise<Relay> {
  const ends = new Set<Socket>()
  const to = new URL(database)
  const cut = () => {
    for (const end of ends) end.destroy()
  }
  const asItIs: Passage = bytes => bytes
  const server = createServer({ noDelay: true }, near => {
    const far = connect({ port: Number(to.port), host: to.hostname, noDelay: true })
    const pass = (onto: Socket, which: 'sent' | 'answered') => (bytes: Buffer) => {
      const passed = relay[which](bytes)
      if (passed && onto.writable) onto.write(passed)
    }
    near.on('data', pass(far, 'sent'))
    far.on('data', pass(near, 'answered'))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        ends.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(database)
  url.port = String((server.address() as { port: number }).port)
  const relay: Relay = {
    url: url.href,
    sent: asItIs,
    answered: asItIs,
    cut,
    async stop() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
  return relay
}
