import { chmodSync } from 'node:fs'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder, scratchFolder } from '../test/support/machine/machine.ts'
import { startBare } from './bare-bot.ts'
import { type Benchmark, median, type Samples } from './benchmark.ts'
import { openElectorate } from './electorate.ts'
import { withFolder } from './process.ts'
import type { Fired } from './vote-load-process.ts'

const ROUNDS = 7
/** Votes of one round; as many come before the first, for the compiler of V8. */
const VOTERS = 800

const perSecond = ({ took, ms }: Fired) => (took.length * 1_000) / ms
const rates = (fired: readonly Fired[]) => fired.map(perSecond)

/** `busy`: the most that the process that asks was, in per cent of one processor. */
function timesOf(fired: readonly Fired[], who: string): Samples['more'] {
  const took = fired.flatMap(each => each.took).sort((a, b) => a - b)
  const at = (share: number) => Number((took[Math.floor(took.length * share)] ?? Number.NaN).toPrecision(3))
  return {
    [`${who} answered`]: took.length,
    [`${who} p50 ms`]: at(0.5),
    [`${who} p99 ms`]: at(0.99),
    [`${who} asking busy %`]: Math.round(100 * Math.max(...fired.map(({ busy }) => busy))),
  }
}

/** The bare SDK is pressed by the same people just before ours. */
async function againstBare(folder: string, rounds = ROUNDS): Promise<Samples> {
  const electorate = await openElectorate({ folder })
  const bare = await startBare(electorate.openIdUrl)
  const [other, ours]: [Fired[], Fired[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const [one, two] = await electorate.press(VOTERS, [bare.target, electorate.ours])
    if (round > 0 && one && two) ours.push(two) && other.push(one)
  }
  await bare.stop()
  await electorate.close()
  const more = { ...timesOf(ours, 'ours'), ...timesOf(other, 'bare') }
  return { values: rates(ours), baselines: rates(other), more }
}

/** One and two instances on PostgreSQL, and one on SQLite, each in turn. */
async function onPostgres(folder: string): Promise<Samples> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  // The user that PostgreSQL runs as has to pass.
  chmodSync(folder, 0o711)
  const durable = { parent: folder, durable: true }
  const clusters = [await startPostgres(bin, durable), await startPostgres(bin, durable)]
  const [one, two] = clusters.map(({ url }) => url)
  const sqlite = await openElectorate({ folder })
  const single = await openElectorate({ folder, url: one ?? '' })
  const pair = await openElectorate({ folder, url: two ?? '', instances: 2 })
  const all = [sqlite, single, pair]
  const fired: [Fired[], Fired[], Fired[]] = [[], [], []]
  for (let round = 0; round <= ROUNDS; round++)
    for (const [at, electorate] of all.entries()) {
      const [one] = await electorate.press(VOTERS, [electorate.ours])
      if (round > 0 && one) fired[at]?.push(one)
    }
  for (const electorate of all) await electorate.close()
  for (const cluster of clusters) await cluster.stop()
  const [onFile, alone, together] = fired
  const more = {
    'two instances votes/s': Math.round(median(rates(together))),
    ...timesOf(alone, 'one instance'),
    ...timesOf(together, 'two instances'),
    ...timesOf(onFile, 'SQLite'),
  }
  return { values: rates(alone), baselines: rates(onFile), more }
}

export const vote: Benchmark = {
  name: 'vote',
  about: `people voting on their cards, 16 at once, durable, each token checked; the bare SDK, which answers nothing`,
  unit: 'votes/s',
  built: true,
  run: () => withFolder(folder => againstBare(folder)),
  // In memory: what is compared is code, not the disk.
  quick: () => withFolder(folder => againstBare(folder, 2), scratchFolder),
}

export const votePostgres: Benchmark = {
  name: 'vote-postgres',
  about: 'the same votes on PostgreSQL, by one instance (two: see more); on SQLite',
  unit: 'votes/s',
  built: true,
  named: true,
  run: () => withFolder(onPostgres),
}
