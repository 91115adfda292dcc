/**
 * `npm run bench -- [name …] [--json]`: each benchmark beside its baseline, measured in the same run.
 * Nothing here runs in the tests: a time that passes on one machine fails on another.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { type Benchmark, type Result, resultOf } from './benchmark.ts'
import { broadcast, broadcastFaults } from './broadcast.ts'
import { burst } from './burst.ts'
import { card } from './card.ts'
import { copy } from './copy.ts'
import { exports } from './export.ts'
import { install } from './install.ts'
import { memory } from './memory.ts'
import { people, peopleAgain } from './people.ts'
import { register } from './register.ts'
import { search } from './search.ts'
import { start } from './start.ts'
import { tab } from './tab.ts'
import { vote, votePostgres } from './vote.ts'

const BENCHMARKS: readonly Benchmark[] = [
  start,
  memory,
  ...tab,
  vote,
  card,
  people,
  peopleAgain,
  broadcast,
  broadcastFaults,
  burst,
  register,
  ...search,
  ...exports,
  copy,
  votePostgres,
  install,
]

const HELP = `npm run bench -- [name …] [--recipients N] [--postgres] [--json]

Without a name: all but those marked *. Each number is a median; low and high are the extremes.
Close what else runs on the machine first. --json prints one object a line.
--recipients: how many are told something, where people are told; 7,000 unless it says so.
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

function sentenceOf({ name, value, unit, baseline, ratio, n, low, high, aim, more = {} }: Result): string {
  const wanted = aim === undefined ? '' : `, aim ${aim}`
  const against = `baseline ${baseline} ${unit}, ratio ${ratio}`
  const counted = Object.entries(more).map(([what, count]) => `\n  ${what}: ${count}`)
  return `${name.padEnd(12)} ${value} ${unit} (${low} to ${high}, n ${n}${wanted}); ${against}${counted.join('')}`
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean' },
      recipients: { type: 'string' },
      postgres: { type: 'boolean' },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  const wanted = chosen(positionals)
  const options = {
    ...(values.recipients !== undefined && { recipients: Number(values.recipients) }),
    ...(values.postgres && { postgres: true }),
  }
  // Its words go to standard error: standard output holds results alone.
  if (wanted.some(({ built }) => built))
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] })
  for (const benchmark of wanted) {
    const result = resultOf(benchmark, await benchmark.run(options))
    process.stdout.write(`${values.json ? JSON.stringify(result) : sentenceOf(result)}\n`)
  }
}

await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
