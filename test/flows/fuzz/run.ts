// Sends mutations to the whole product, on both engines, and prints what came back.
import { parseArgs } from 'node:util'
import { startPostgres } from '../../support/database/postgres.ts'
import { postgresFolder, prepare } from '../../support/machine/machine.ts'
import type { Long } from './long.ts'
import type { Played } from './play.ts'

const HELP = `npm run prove -- fuzz [--runs 10000] [--seed 20270422] [--long 5]

Sends so many mutated tokens, activities and API calls to the whole product, half of them on SQLite, half on a
PostgreSQL of its own, the rate limits off. Prints how they were answered and everything that went wrong: a 5xx, a
token let in, a refusal without words or code, no answer within 8 s, a line of the log with a name, a text or a token.

Then sends texts of 20,000 and 100,000 letters, runs of one sign and the like, in every field that a verb or a route
reads, one of so many (--long 1: all of them, 0: none). Wrong is what works 100 ms longer than a text of a hundred letters,
and what is not refused for its length at 100,000.
`

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20270422' },
    long: { type: 'string', default: '5' },
    help: { type: 'boolean', default: false },
  },
})

function report(engine: string, { tried, statuses, faults, lines, slowest }: Played, seconds: number): void {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const ms = slowest.toFixed(0)
  say(
    `${tried} mutations on ${engine} in ${seconds.toFixed(0)} s; slowest answer ${ms} ms; ${lines} lines logged`,
  )
  for (const [what, count] of [...statuses].toSorted()) say(`  ${what}: ${count}`)
  for (const [why, all] of faults) say(`  WRONG, ${why}\n    ${all.join('\n    ')}`)
  say(`  ${faults.size} kinds of fault`)
}

function reportLong(engine: string, { fields, tried, faults, slowest }: Long): void {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  say(`${tried} texts on ${engine}, in ${fields} fields; the slowest, beyond what a short one takes:`)
  for (const { what, ms } of slowest) say(`  ${ms.toFixed().padStart(5)} ms  ${what}`)
  for (const fault of faults) say(`  WRONG, ${fault}`)
  say(`  ${faults.length} faults`)
}

async function fuzz(runs: number, seed: number, part: number): Promise<number> {
  prepare()
  const postgres = await startPostgres(postgresFolder() ?? '')
  // Read as the engines are loaded.
  process.env.TEST_POSTGRES_URL = postgres.url
  try {
    const { play } = await import('./play.ts')
    const { LENGTHS, sendLong } = await import('./long.ts')
    const { engines } = await import('../../support/database/engines.ts')
    let wrong = 0
    for (const [at, engine] of engines.entries()) {
      const start = performance.now()
      const played = await play(engine, Math.ceil(runs / engines.length), seed + at)
      report(engine.name, played, (performance.now() - start) / 1_000)
      wrong += played.faults.size
      if (part === 0) continue
      const long = await sendLong(engine, part, LENGTHS)
      reportLong(engine.name, long)
      wrong += long.faults.length
    }
    return wrong
  } finally {
    await postgres.stop()
  }
}

if (values.help) process.stdout.write(HELP)
else
  process.exitCode = (await fuzz(Number(values.runs), Number(values.seed), Number(values.long))) > 0 ? 1 : 0
