/**
 * `npm run bench -- [name …] [--json]`: each benchmark beside its baseline, measured in the same run. `--quick`: short forms,
 * their ratios held against bench/bounds.json, which is how `npm test` ends: a time that passes on one machine fails on
 * another, a ratio seldom does.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { wholeOf } from './all/group.ts'
import type { Row } from './all/row.ts'
import { measureWhole, writeTable } from './all/whole.ts'
import { type Benchmark, type Options, type Result, resultOf } from './benchmark.ts'
import { BENCHMARKS } from './benchmarks.ts'
import { guarded } from './guard.ts'
import { machine, machineOf } from './machine.ts'
import { fail } from './process.ts'

const HELP = `npm run bench -- [name … | all [--long]] [--quick] [--recipients N] [--minutes N] [--heap N] [--postgres] [--json]

Without a name: all but those marked *. Each number is a median; low and high are the extremes.
Close what else runs on the machine first. --json prints one object a line, the first about the machine.
--quick: the short forms, each tried up to three times until its ratio is within bench/bounds.json;
ends with exit code 1 where none was. --built: with the build that stands.
--recipients: how many are told something, where people are told; 7,000 unless it says so.
--minutes: for how long, where that is asked. --heap: Node's --max-old-space-size for both, in memory-worked.
--postgres: on PostgreSQL, where either engine can be.
all: each in a process of its own, some of them smaller, as each row says; one that fails is a row too. A row has
the load just before it. With --json the table of bench/README.md is written. --long: those that all leaves out.

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

/** Those that have a short form, named or not. */
const quickOf = (some: readonly Benchmark[]) => some.filter(({ quick }) => quick !== undefined)

function sentenceOf({
  name,
  value,
  unit,
  baseline,
  ratio,
  n,
  low,
  high,
  aims = [],
  more = {},
}: Result): string {
  const wanted = aims.map(({ of, wanted, met }) => `, ${of} ${wanted}: ${met ? 'met' : 'missed'}`).join('')
  const against = `baseline ${baseline} ${unit}, ratio ${ratio}`
  const counted = Object.entries(more).map(([what, count]) => `\n  ${what}: ${count}`)
  return `${name.padEnd(12)} ${value} ${unit} (${low} to ${high}, n ${n}${wanted}); ${against}${counted.join('')}`
}

const rowSaid = ({ name, load, seconds, result, fault }: Row): string =>
  [
    result && `${sentenceOf(result)}\n  load before: ${load}; seconds: ${seconds}`,
    fault !== undefined && `${name.padEnd(12)} failed: ${fault}`,
  ]
    .filter(Boolean)
    .join('\n')

const rowJson = ({ name, load, seconds, result, fault }: Row): string =>
  JSON.stringify({ ...(result ?? { name }), load, seconds, ...(fault !== undefined && { fault }) })

const print = (text: string) => void process.stdout.write(`${text}\n`)

type Whole = {
  readonly isLong: boolean
  readonly isQuick: boolean
  readonly isJson: boolean
  readonly size: Options
  readonly on: ReturnType<typeof machine>
}

/** All of `wanted`; the table is written of whole forms alone. */
async function all(
  wanted: readonly Benchmark[],
  { isLong, isQuick, isJson, size, on }: Whole,
): Promise<void> {
  const said = (row: Row) => print(isJson ? rowJson(row) : rowSaid(row))
  const rows = await measureWhole(wanted, { isLong, isQuick, size, said })
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const command = `npm run bench -- all ${isLong ? '--long ' : ''}--json`
  const mark = isLong ? 'long figures' : 'figures'
  if (isJson && !isQuick) writeTable(rows, wanted, { mark, machine: on, day, command })
  if (rows.some(({ fault }) => fault !== undefined)) process.exitCode = 1
}

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
      long: { type: 'boolean' },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  const isAll = positionals.includes('all')
  const [isQuick, isLong] = [values.quick === true, values.long === true]
  if (isAll && positionals.length > 1) throw new Error('all is every benchmark: name no other beside it')
  if (isLong && !isAll) throw new Error('--long belongs to all: npm run bench -- all --long')
  const some = isAll ? wholeOf(BENCHMARKS, isLong) : chosen(positionals)
  const wanted = isQuick ? quickOf(isAll || positionals.length > 0 ? some : BENCHMARKS) : some
  const options = {
    ...(values.recipients !== undefined && { recipients: Number(values.recipients) }),
    ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
    ...(values.heap !== undefined && { heap: Number(values.heap) }),
    ...(values.postgres && { postgres: true }),
  }
  const say = (result: Result) => print(values.json ? JSON.stringify(result) : sentenceOf(result))
  const on = machine(values.postgres === true)
  if (values.json) print(JSON.stringify({ machine: on }))
  else if (isAll) print(machineOf(on))
  // Its words go to standard error: standard output holds results alone.
  if (!values.built && wanted.some(({ built }) => built))
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] })
  if (isAll) return all(wanted, { isLong, isQuick, isJson: values.json === true, size: options, on })
  for (const benchmark of wanted) {
    if (!isQuick) say(resultOf(benchmark, await benchmark.run(options)))
    else {
      const fault = await guarded(benchmark, options, say)
      if (fault === undefined) continue
      process.stderr.write(`${fault}\n`)
      process.exitCode = 1
    }
  }
}

await main().catch(fail)
