/**
 * `npm run bench -- [name …] [--json]`: each benchmark beside its baseline, measured in the same run. `--quick`: short forms,
 * their ratios held against bench/bounds.json, which is how `npm test` ends: a time that passes on one machine fails on
 * another, a ratio seldom does.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { asking } from './asking.ts'
import { batch } from './batch.ts'
import { type Benchmark, type Result, resultOf } from './benchmark.ts'
import { broadcast, broadcastFaults } from './broadcast.ts'
import { burst } from './burst.ts'
import { card } from './card.ts'
import { copy } from './copy.ts'
import { descent } from './descent.ts'
import { exports } from './export.ts'
import { guarded } from './guard.ts'
import { install } from './install.ts'
import { list } from './list.ts'
import { listHttp } from './list-http.ts'
import { lookIns } from './look-ins.ts'
import { machine } from './machine.ts'
import { memory } from './memory.ts'
import { memoryWorked } from './memory-worked.ts'
import { people, peopleAgain } from './people.ts'
import { ranking } from './ranking.ts'
import { register } from './register.ts'
import { review } from './review.ts'
import { room } from './room.ts'
import { search } from './search.ts'
import { soak } from './soak.ts'
import { start } from './start.ts'
import { tab } from './tab.ts'
import { themes } from './themes.ts'
import { token } from './token.ts'
import { vote } from './vote.ts'
import { voteMeasured } from './vote-measured.ts'
import { voteParts } from './vote-parts.ts'
import { votePostgres } from './vote-postgres.ts'

const BENCHMARKS: readonly Benchmark[] = [
  start,
  memory,
  memoryWorked,
  ...tab,
  batch,
  vote,
  voteParts,
  card,
  token,
  people,
  peopleAgain,
  broadcast,
  broadcastFaults,
  burst,
  lookIns,
  room,
  register,
  ...soak,
  ...list,
  ...listHttp,
  ...descent,
  ...ranking,
  ...review,
  ...search,
  ...asking,
  ...themes,
  ...exports,
  copy,
  votePostgres,
  voteMeasured,
  install,
]

const HELP = `npm run bench -- [name …] [--quick] [--recipients N] [--minutes N] [--heap N] [--postgres] [--json]

Without a name: all but those marked *. Each number is a median; low and high are the extremes.
Close what else runs on the machine first. --json prints one object a line, the first about the machine.
--quick: the short forms, each tried up to three times until its ratio is within bench/bounds.json;
ends with exit code 1 where none was. --built: with the build that stands.
--recipients: how many are told something, where people are told; 7,000 unless it says so.
--minutes: for how long, where that is asked. --heap: Node's --max-old-space-size for both, in memory-worked.
--postgres: on PostgreSQL, where either engine can be.

${BENCHMARKS.map(({ name, named, about }) => `  ${(named ? `${name}*` : name).padEnd(17)} ${about}`).join('\n')}
`

function chosen(names: readonly string[]): readonly Benchmark[] {
  const isCalled = ({ name, under = name }: Benchmark) => names.includes(name) || names.includes(under)
  const unknown = names.find(
    name => !BENCHMARKS.some(benchmark => [benchmark.name, benchmark.under].includes(name)),
  )
  if (unknown !== undefined) throw new Error(`no benchmark is called ${unknown}; see --help`)
  return BENCHMARKS.filter(benchmark => (names.length === 0 ? !benchmark.named : isCalled(benchmark)))
}

/** All that have a short form, named or not, unless some are asked for. */
function chosenQuick(names: readonly string[]): readonly Benchmark[] {
  const some = names.length === 0 ? BENCHMARKS : chosen(names)
  return some.filter(({ quick }) => quick !== undefined)
}

function sentenceOf({ name, value, unit, baseline, ratio, n, low, high, aim, more = {} }: Result): string {
  const wanted = aim === undefined ? '' : `, aim ${aim}`
  const against = `baseline ${baseline} ${unit}, ratio ${ratio}`
  const counted = Object.entries(more).map(([what, count]) => `\n  ${what}: ${count}`)
  return `${name.padEnd(12)} ${value} ${unit} (${low} to ${high}, n ${n}${wanted}); ${against}${counted.join('')}`
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean' },
      quick: { type: 'boolean' },
      built: { type: 'boolean' },
      recipients: { type: 'string' },
      minutes: { type: 'string' },
      heap: { type: 'string' },
      postgres: { type: 'boolean' },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  const wanted = values.quick ? chosenQuick(positionals) : chosen(positionals)
  const options = {
    ...(values.recipients !== undefined && { recipients: Number(values.recipients) }),
    ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
    ...(values.heap !== undefined && { heap: Number(values.heap) }),
    ...(values.postgres && { postgres: true }),
  }
  const say = (result: Result) => print(values.json ? JSON.stringify(result) : sentenceOf(result))
  if (values.json) print(JSON.stringify({ machine: machine(values.postgres === true) }))
  // Its words go to standard error: standard output holds results alone.
  if (!values.built && wanted.some(({ built }) => built))
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] })
  for (const benchmark of wanted) {
    if (!values.quick) say(resultOf(benchmark, await benchmark.run(options)))
    else {
      const fault = await guarded(benchmark, options, say)
      if (fault === undefined) continue
      process.stderr.write(`${fault}\n`)
      process.exitCode = 1
    }
  }
}

await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  // What it began may wait for it.
  process.exit(1)
})
