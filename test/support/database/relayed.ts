import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { createRegistry } from '../../../src/metrics/registry.ts'
import { type Engine, freshDatabase } from './engines.ts'
import { type Relay, startRelay } from './relay.ts'

export const put = (tx: Tx, key: string) =>
  open(tx).insertInto('seen').values({ key, id: key, expires_at: 0 }).execute()
export const keysIn = (tx: Tx) => open(tx).selectFrom('seen').select('key').orderBy('key').execute()

/** Whether bytes on their way to the server hold a commit by itself. */
export const commits = (bytes: Buffer) => bytes.includes('commit\0')

/** A fresh database on a server for each test, spoken to through a relay by `db`. */
export function relayedDatabase(engine: Engine) {
  const fresh = freshDatabase(engine)
  const standing = { woken: 0 } as {
    db: Database
    relay: Relay
    registry: ReturnType<typeof createRegistry>
    /** How often delivery was told of a fact. */
    woken: number
  }
  beforeEach(async () => {
    standing.relay = await startRelay(fresh.url)
    standing.registry = createRegistry()
    standing.db = await openDatabase({ url: standing.relay.url, meter: standing.registry.meter })
    standing.woken = 0
    standing.db.onFact(() => {
      standing.woken += 1
    })
  })
  afterEach(async () => {
    await standing.db.close()
    await standing.relay.stop()
  })
  return Object.assign(standing, {
    /** Reads beside the relay. */
    beside: <T>(work: (tx: Tx) => Promise<T>) => fresh.db.read(work),
    kept: async () => (await fresh.db.read(keysIn)).map(({ key }) => key),
  })
}
