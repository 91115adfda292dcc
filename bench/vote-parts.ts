import { execFileSync } from 'node:child_process'
import { globSync, rmSync } from 'node:fs'
import { scratchFolder } from '../test/support/machine/machine.ts'
import { startBare } from './bare-bot.ts'
import { type Benchmark, median, type Samples } from './benchmark.ts'
import { builtFiles } from './built-files.ts'
import { openElectorate, type Target } from './electorate.ts'
import { type Inspected, inspect, inspectable } from './inspected.ts'
import { freePort, ROOT, withFolder } from './process.ts'
import { COLLECTION, type CpuProfile, REST, sharesOf } from './profile.ts'
import { NATIVE, PART_NAMES, partOf } from './vote-part-files.ts'

/** Of which every second one is sampled; the first teaches V8 and counts no more. */
const ROUNDS = 8
const VOTERS = 800
const OTHERS = 'other threads'

type Side = {
  readonly inspected: Inspected
  /** Microseconds of a processor for each vote, of each round that was not sampled. */
  readonly main: number[]
  readonly others: number[]
  readonly profiles: CpuProfile[]
}

const sideAt = async (port: number): Promise<Side> => ({
  inspected: await inspect(port),
  main: [],
  others: [],
  profiles: [],
})

/** Has `side` looked at while it is pressed: by the sampler in every second round. */
async function watch<T>({ inspected, main, others, profiles }: Side, round: number, press: () => Promise<T>) {
  const isSampled = round % 2 === 1
  if (isSampled) await inspected.startProfile()
  const before = inspected.spent()
  const fired = await press()
  const after = inspected.spent()
  if (isSampled) profiles.push(await inspected.stopProfile())
  else if (round > 0) {
    main.push((after.main - before.main) / VOTERS)
    others.push((after.others - before.others) / VOTERS)
  }
  return fired
}

/** Microseconds of each part: together what a vote costs without the sampler. */
function costsOf({ main, others, profiles }: Side): ReadonlyMap<string, number> {
  const fileOf = builtFiles(`${ROOT}dist/`)
  const shares = profiles.map(profile => sharesOf(profile, { partOf, fileOf, native: NATIVE }))
  const mean = (part: string) => shares.reduce((sum, each) => sum + (each.get(part) ?? 0), 0) / shares.length
  const parts = [...PART_NAMES, COLLECTION, REST].map(part => [part, median(main) * mean(part)] as const)
  return new Map([...parts, [OTHERS, median(others)]])
}

const told = (who: string, costs: ReadonlyMap<string, number>) =>
  Object.fromEntries([...costs].map(([part, cost]) => [`${who} µs, ${part}`, Math.round(cost)]))

const wholes = ({ main, others }: Side) => main.map((cost, round) => cost + (others[round] ?? 0))

async function measure(folder: string): Promise<Samples> {
  const [port, barePort] = [await freePort(), await freePort()]
  const electorate = await openElectorate({ folder, node: inspectable(port) })
  const bare = await startBare(electorate.openIdUrl, { node: inspectable(barePort) })
  const [ours, other] = [await sideAt(port), await sideAt(barePort)]
  const watched = (target: Target, side: Side, round: number): Target => ({
    ...target,
    around: press => watch(side, round, press),
  })
  for (let round = 0; round < ROUNDS; round++)
    await electorate.press(VOTERS, [
      watched(bare.target, other, round),
      watched(electorate.ours, ours, round),
    ])
  for (const { inspected } of [ours, other]) inspected.close()
  await bare.stop()
  const votes = await electorate.close()
  const more = { ...told('ours', costsOf(ours)), ...told('bare', costsOf(other)) }
  return {
    values: wholes(ours),
    baselines: wholes(other),
    more: { ...more, 'votes answered, rows and tally': votes },
  }
}

/** Source maps beside the build for this long. */
async function withMaps<T>(work: () => Promise<T>): Promise<T> {
  execFileSync(process.execPath, ['src/bundle/run.ts', '--maps'], { cwd: ROOT })
  return work().finally(() => {
    for (const map of globSync('dist/*.js.map', { cwd: ROOT })) rmSync(`${ROOT}${map}`)
  })
}

export const voteParts: Benchmark = {
  name: 'vote-parts',
  about:
    'µs of a processor a vote by part, its database in memory; what the bare SDK answers, by the same parts',
  unit: 'µs',
  built: true,
  named: true,
  under: 'vote',
  run: () => withMaps(() => withFolder(measure, scratchFolder)),
}
