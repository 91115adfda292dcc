import { openDatabase } from '../src/db/index.ts'
import { openNodeSqlite } from '../src/db/node-sqlite.ts'
import { only } from '../src/features/ballots/choice.ts'
import { secretStore } from '../src/features/ballots/secret-store.ts'
import { secretUsecases } from '../src/features/ballots/secret-usecases.ts'
import { ballotStore } from '../src/features/ballots/store.ts'
import { ballotUsecases } from '../src/features/ballots/usecases.ts'
import { peopleStore } from '../src/features/people/store.ts'
import { DAY, systemClock } from '../src/kernel/clock.ts'
import { randomIds } from '../src/kernel/ids.ts'
import { silentLogger } from '../src/kernel/logger.ts'
import type { Tx } from '../src/kernel/tx.ts'
import { auditIn } from '../test/support/audit.ts'
import { programme } from '../test/support/programme.ts'
import { agent, channel, channels, lab } from '../test/support/workshops.ts'
import { type Benchmark, inTurn } from './benchmark.ts'
import { withFolder } from './process.ts'

/** As many as the Région's agents: the last ones vote in a ballot that is nearly full. */
const PEOPLE = 6_700
const BATCH = 100

type Cast = (person: number) => unknown

/** Votes one after another through the use-case: who may, is it open, the vote, both totals, the fact to tell. */
async function ballotIn(folder: string): Promise<{ cast: Cast; close: () => Promise<void> }> {
  const database = await openDatabase({ url: `file:${folder}/votes.sqlite` })
  await database.migrate()
  const ideas = { byIds: async () => [], tellTouched: async () => {} }
  const people = { tookPart: (tx: Tx, id: string) => peopleStore(tx).tookPart(id, systemClock.now()) }
  const workshops = { posted: async () => undefined, answersIn: async () => new Map() }
  const around = { channels, ideas, people, workshops, programme }
  const edges = { ...database, clock: systemClock, ids: randomIds }
  const parts = { ...edges, ...around, zone: programme.zone, audit: auditIn(edges) }
  const sealing = { secretStore, ballotSecrets: [], log: silentLogger }
  const secrets = secretUsecases({ ...edges, ...sealing })
  const ballots = ballotUsecases({ ...parts, store: ballotStore, secrets })
  const closesAt = systemClock.now() + DAY
  const lines = 'Un carnet de passation\nUn courrier relu à deux\nUne permanence par semaine'
  const where = { channel: channel.id, directions: [] }
  const draft = { question: 'Par quoi commencer ?', ideas: [], lines, closesAt, where }
  const ballot = await ballots.open(lab, draft, [])
  const choice = (person: number) => ballot.options[person % ballot.options.length]?.id ?? ''
  return {
    cast: person => ballots.vote(agent(person), ballot.id, only(choice(person))),
    close: database.close,
  }
}

/** The same file settings and the least that a durable vote can be: one row in, one total up. */
function bareIn(folder: string): { cast: Cast; close: () => void } {
  const sqlite = openNodeSqlite(`${folder}/bare.sqlite`)
  const run = (sql: string, ...values: unknown[]) => sqlite.prepare(sql).run(values)
  run('create table tally (choice integer primary key, votes integer not null)')
  run('create table vote (person integer primary key, choice integer not null)')
  run('insert into tally values (0, 0), (1, 0), (2, 0)')
  const cast = (person: number) => {
    run('begin immediate')
    run('insert into vote values (?, ?)', person, person % 3)
    run('update tally set votes = votes + 1 where choice = ?', person % 3)
    run('commit')
  }
  return { cast, close: sqlite.close }
}

/** Lets the next batch vote. @returns votes a second */
function batches(cast: Cast): () => Promise<number> {
  let next = 0
  return async () => {
    const from = performance.now()
    const end = next + BATCH
    for (; next < end; next++) await cast(next)
    return (BATCH * 1_000) / (performance.now() - from)
  }
}

export const votes: Benchmark = {
  name: 'votes',
  about: `${PEOPLE} people voting, one after another, on SQLite with synchronous=FULL; an insert and an update alone`,
  unit: 'votes/s',
  run: () =>
    withFolder(async folder => {
      const ours = await ballotIn(folder)
      const bare = bareIn(folder)
      const samples = await inTurn(PEOPLE / BATCH, batches(ours.cast), batches(bare.cast))
      await ours.close()
      bare.close()
      return samples
    }),
}
