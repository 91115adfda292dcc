import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below those that a system hands out by itself: what is free stays so until it is used, whatever runs beside. */
const RANGE = { from: 20_000, to: 32_000 } as const

function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  return new Promise(resolve => {
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

/** For a program that wants to be told its port, and the same again after a restart. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(RANGE.from, RANGE.to)
    if (await isFree(port)) return port
  }
}
