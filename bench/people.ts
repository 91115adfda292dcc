import { parse } from 'csv-parse/sync'
import { openNodeSqlite } from '../src/db/engines/node-sqlite.ts'
import { openDatabase } from '../src/db/index.ts'
import { wirePeopleFile } from '../src/features/people/wire.ts'
import { roleChangesIn } from '../test/support/features/audit.ts'
import { peopleFile } from '../test/support/features/people-file.ts'
import { programme } from '../test/support/programme/programme.ts'
import { type Benchmark, inTurn } from './benchmark.ts'
import { withFolder } from './process.ts'

const PEOPLE = 10_000
const RUNS = 5

const directions = programme.directions.map(({ id }) => id)

/** A pilot and a deputy of each Direction, then agents. */
function rowOf(at: number): string {
  const role = ['pilote', 'suppléance'][Math.floor(at / directions.length)] ?? ''
  return `prenom.nom${at}@region.example;Prénom Nom ${at};${directions[at % directions.length]};${role}`
}

const FILE = peopleFile(...Array.from({ length: PEOPLE }, (_, at) => rowOf(at)))

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1_000
}

/** Applies the file to an empty database, as often as `times` says. @returns seconds that the last time took */
async function imported(folder: string, run: number, times: number): Promise<number> {
  const database = await openDatabase({ url: `file:${folder}/people-${times}-${run}.sqlite` })
  await database.migrate()
  const roster = wirePeopleFile(
    { ...database, roleChanged: roleChangesIn(database) },
    { directions: programme.directions, secret: 'of this benchmark alone' },
  )
  let took = 0
  for (let time = 0; time < times; time++) took = await timed(() => roster.apply(FILE))
  await database.close()
  return took
}

/** The same file, read by the same library and put down as it is, a row at a time in one transaction. */
async function bare(folder: string, run: number): Promise<number> {
  const sqlite = openNodeSqlite(`${folder}/bare-${run}.sqlite`)
  const bind = (sql: string) => sqlite.prepare(sql)
  bind('create table person (email text primary key, name text, direction text, roles text)').run([])
  const took = await timed(() => {
    const rows = parse(Buffer.from(FILE), { delimiter: ';', from_line: 2 }) as string[][]
    bind('begin immediate').run([])
    const insert = bind('insert into person values (?, ?, ?, ?)')
    for (const row of rows) insert.run(row)
    bind('commit').run([])
  })
  sqlite.close()
  return took
}

const benchmark = (name: string, what: string, times: number): Benchmark => ({
  name,
  about: `a people file of ${PEOPLE} rows ${what}, on SQLite; the rows parsed and inserted, nothing checked`,
  unit: 's',
  run: () =>
    withFolder(folder => {
      let run = 0
      return inTurn(
        RUNS,
        () => imported(folder, run++, times),
        () => bare(folder, run + RUNS * times),
      )
    }),
})

export const people = benchmark('people', 'taken in for the first time', 1)
export const peopleAgain = benchmark('people-again', 'taken in a second time, which changes nothing', 2)
