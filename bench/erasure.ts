/**
 * `npm run prove -- erasure [--people N] [--leave N]`: people of a whole administration are erased as they would do it in the
 * tab, on SQLite and on PostgreSQL; then each is looked for in every table, in the database's file, in a new backup and
 * in what was logged. Ends with exit code 1 when anything of anybody is found, or a total is another.
 */
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { eraseSome } from '../test/support/rights/erasing.ts'
import { chance } from './corpus.ts'
import { withFolder } from './process.ts'

const { values } = parseArgs({ options: { people: { type: 'string' }, leave: { type: 'string' } } })
const people = Number(values.people ?? 6_700)
const leave = Number(values.leave ?? 200)
const print = (line: string) => void process.stdout.write(`${line}\n`)

async function run(engine: string, folder: string, url: string): Promise<boolean> {
  const clocked = () => performance.now()
  const began = clocked()
  const { n, before, found, tallies, times } = await eraseSome({
    url,
    folder,
    people,
    leave,
    random: chance(7),
    clocked,
  })
  const at = (share: number) => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`
  const counts = Object.entries(found).map(([where, hits]) => `${where} ${hits.length}`)
  print(
    `${engine}: ${n} of ${people} erased, each in ${at(0.5)} (median), ${at(0.95)} (95 %), ${at(0.999)} at most`,
  )
  print(`  they stood in ${before} columns; found now: ${counts.join(', ')}`)
  print(`  totals are ${tallies ? 'the same' : 'OTHERS'}; ${Math.round((clocked() - began) / 1000)} s in all`)
  for (const hit of Object.values(found).flat().slice(0, 20)) print(`  ${hit}`)
  return tallies && Object.values(found).every(hits => hits.length === 0)
}

const held = [await withFolder(folder => run('SQLite', folder, `file:${folder}/programme.sqlite`))]
const bin = postgresFolder()
if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
const postgres = await startPostgres(bin)
held.push(await withFolder(folder => run('PostgreSQL', folder, postgres.url)).finally(postgres.stop))
process.exitCode = held.every(Boolean) ? 0 : 1
