import { chmodSync } from 'node:fs'
import { type Postgres, startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import type { Benchmark, Samples } from './benchmark.ts'
import { type Electorate, openElectorate } from './electorate.ts'
import { familyTime, withFolder } from './process.ts'
import { startRelay } from './relay-process.ts'
import type { Fired } from './vote-load-process.ts'
import { costOf, countOf, rateOf, ratesOf, timesOf } from './vote-times.ts'

const ROUNDS = 5
/** People at once, and how many of them vote in each round. */
const CROWDS = [16, 64]
const VOTERS = 400
/** What a network adds to each round trip (ms). */
const FAR = 1

type Relay = Awaited<ReturnType<typeof startRelay>>

/** Where people vote. */
type Place = {
  readonly name: string
  readonly electorate: Electorate
  readonly cluster?: Postgres
  readonly relay?: Relay
}

/** What was counted so far: milliseconds of processors, statements, round trips. */
type Spent = Readonly<Record<'server' | 'database' | 'statements' | 'roundTrips', number>>

/** The votes of one crowd at one place. */
type Crowd = {
  readonly place: Place
  readonly atOnce: number
  readonly fired: Fired[]
  readonly spent: Spent[]
}

async function spentAt({ electorate, cluster, relay }: Place): Promise<Spent> {
  const { statements = 0, roundTrips = 0 } = (await relay?.counted()) ?? {}
  const database = cluster ? familyTime(cluster.pid()) : 0
  return { server: electorate.processor(), database, statements, roundTrips }
}

function less(after: Spent, before: Spent): Spent {
  return {
    server: after.server - before.server,
    database: after.database - before.database,
    statements: after.statements - before.statements,
    roundTrips: after.roundTrips - before.roundTrips,
  }
}

async function pressOnce({ place, atOnce, fired, spent }: Crowd, counts: boolean): Promise<void> {
  const before = await spentAt(place)
  const [one] = await place.electorate.press(VOTERS, [place.electorate.ours], atOnce)
  if (!counts || !one) return
  fired.push(one)
  spent.push(less(await spentAt(place), before))
}

/** All that was measured of one crowd, beside the same one on SQLite. */
function saidOf({ place, atOnce, fired, spent }: Crowd, onFile: readonly Fired[]): Samples['more'] {
  const who = `${place.name}, ${atOnce} at once:`
  const sum = (what: keyof Spent) => spent.reduce((all, each) => all + each[what], 0)
  const aVote = (what: keyof Spent) => Number((sum(what) / countOf(fired)).toPrecision(3))
  return {
    [`${who} votes/s`]: rateOf(fired),
    ...(place.cluster && {
      [`${who} of SQLite's`]: Number((rateOf(fired) / rateOf(onFile)).toPrecision(3)),
      [`${who} database µs a vote`]: costOf(sum('database'), fired),
    }),
    ...(place.relay && {
      [`${who} statements a vote`]: aVote('statements'),
      [`${who} round trips a vote`]: aVote('roundTrips'),
    }),
    [`${who} server µs a vote`]: costOf(sum('server'), fired),
    ...timesOf(fired, who),
  }
}

/** SQLite; PostgreSQL by one instance and by two; by one whose database is farther away. */
async function openPlaces(folder: string, bin: string): Promise<readonly Place[]> {
  const start = () => startPostgres(bin, { parent: folder, durable: true })
  const [near, twice, far] = [await start(), await start(), await start()]
  const relay = await startRelay(far.url, FAR)
  const at = (url: string, instances = 1) => openElectorate({ folder, url, instances })
  return [
    { name: 'SQLite', electorate: await openElectorate({ folder }) },
    { name: 'one instance', electorate: await at(near.url), cluster: near },
    { name: 'two instances', electorate: await at(twice.url, 2), cluster: twice },
    { name: `${FAR} ms farther`, electorate: await at(relay.url), cluster: far, relay },
  ]
}

/** Ends it. @returns how many votes were answered, stand and are counted: it throws unless they are the same */
async function closePlace({ name, electorate, cluster, relay }: Place): Promise<Samples['more']> {
  const added = await relay?.added()
  const votes = await electorate.close()
  relay?.stop()
  await cluster?.stop()
  return {
    [`${name}: votes answered, rows and tally`]: votes,
    ...(added !== undefined && { [`${name}: ms added, as measured`]: Number(added.toPrecision(3)) }),
  }
}

async function onPostgres(folder: string): Promise<Samples> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  // The user that PostgreSQL runs as has to pass.
  chmodSync(folder, 0o711)
  const places = await openPlaces(folder, bin)
  const crowds: readonly Crowd[] = CROWDS.flatMap(atOnce =>
    places.map(place => ({ place, atOnce, fired: [], spent: [] })),
  )
  for (let round = 0; round <= ROUNDS; round++) for (const crowd of crowds) await pressOnce(crowd, round > 0)
  const firedAt = (name: string, many: number) =>
    crowds.find(({ place, atOnce }) => place.name === name && atOnce === many)?.fired ?? []
  const [few = 0] = CROWDS
  let more = {}
  for (const crowd of crowds) more = { ...more, ...saidOf(crowd, firedAt('SQLite', crowd.atOnce)) }
  for (const place of places) more = { ...more, ...(await closePlace(place)) }
  return { values: ratesOf(firedAt('one instance', few)), baselines: ratesOf(firedAt('SQLite', few)), more }
}

export const votePostgres: Benchmark = {
  name: 'vote-postgres',
  about:
    'the same votes on PostgreSQL, 16 at once by one instance; on SQLite. In more: 64, two instances, 1 ms farther',
  unit: 'votes/s',
  aims: [
    { of: 'ratio', atLeast: 0.5 },
    { of: "one instance, 64 at once: of SQLite's", atLeast: 0.6 },
    { of: `${FAR} ms farther, 16 at once: votes/s`, atLeast: 300 },
    { of: `${FAR} ms farther, 64 at once: votes/s`, atLeast: 300 },
  ],
  built: true,
  named: true,
  run: () => withFolder(onPostgres),
}
