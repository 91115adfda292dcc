import { execFileSync } from 'node:child_process'
import { cpSync, createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { sql } from 'kysely'
import { type Database, open, openDatabase } from '../src/db/index.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { readWorkbook } from '../test/support/reading/workbook.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { fillIdeas } from './corpus.ts'
import { type Demo, startDemo, tokenOf } from './demo.ts'
import { forgetPeak, peakMemory, ROOT, residentMemory, withFolder } from './process.ts'

const IDEAS = 100_000
const RUNS = 3
const FORMATS = ['csv', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

/** One file: seconds, MB of the process at the most, and rows that another reader finds in it. */
type Made = { readonly took: number; readonly peak: number; readonly rows: number; readonly size: number }

const OPENPYXL = `import openpyxl,sys
sheets=openpyxl.load_workbook(sys.argv[1],read_only=True)
print(sum(1 for sheet in sheets for _ in sheet.rows)-1)`

/** By openpyxl where the machine has it, else by the reader of the tests. */
function rowsInWorkbook(file: string): number {
  try {
    const said = execFileSync('/usr/bin/python3', ['-c', OPENPYXL, file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number(said)
  } catch {
    return readWorkbook(readFileSync(file)).flatMap(({ rows }) => rows).length - 1
  }
}

/** Rows that somebody who had no part in writing them finds. */
async function rowsIn(file: string, format: Format): Promise<number> {
  if (format === 'xlsx') return rowsInWorkbook(file)
  let rows = -1
  for await (const _ of createReadStream(file).pipe(parse({ delimiter: ';', bom: true }))) rows += 1
  return rows
}

async function fill(database: Database): Promise<void> {
  await fillIdeas(database, IDEAS, false)
  // Authors are people, one in five unnamed.
  await database.transact(async tx => {
    const people = await open(tx).selectFrom('person').select('id').execute()
    for (const [at, { id }] of people.entries())
      await open(tx)
        .updateTable('idea')
        .set({ author: id, unnamed: at % 5 === 0 ? 1 : 0, axis: 'usager', direction: 'lycees' })
        .where('author', '=', 'somebody')
        .where(sql<boolean>`created_at % ${people.length} = ${at}`)
        .execute()
  })
}

async function fetched({ origin, server: { child } }: Demo, format: Format, file: string): Promise<Made> {
  const authorization = `Bearer ${await tokenOf(origin, 'lab')}`
  forgetPeak(child)
  const from = performance.now()
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ format })
  const response = await fetch(`${origin}/api/v1/exports/ideas`, { method: 'POST', headers, body })
  if (!response.ok || !response.body) throw new Error(`the export was answered ${response.status}`)
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(file))
  const took = (performance.now() - from) / 1_000
  return { took, peak: peakMemory(child), rows: await rowsIn(file, format), size: statSync(file).size / 1e6 }
}

async function naive(url: string, format: Format, file: string): Promise<Made> {
  const from = performance.now()
  const said = execFileSync(process.execPath, ['bench/naive-export.ts', url, format, file], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const took = (performance.now() - from) / 1_000
  const peak = Number(/done ([\d.]+)/.exec(said)?.[1])
  return { took, peak, rows: IDEAS, size: statSync(file).size / 1e6 }
}

/** The demo's programme and people, then as many ideas as it says. */
async function prepare(url: string): Promise<number> {
  await (await startDemo(url)).server.stop()
  const database = await openDatabase({ url })
  await fill(database)
  if (url.startsWith('postgres')) await database.transact(tx => sql`analyze`.execute(open(tx)))
  const { count } = await database.read(tx =>
    open(tx)
      .selectFrom('idea')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '<>', 'withdrawn')
      .where('hidden_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  await database.close()
  return Number(count)
}

/** The production build as the demo: what it reads beside its code is left where it was written. */
function addDemo(): void {
  const filter = (path: string) => !path.endsWith('.ts')
  cpSync(`${ROOT}src/demo`, `${ROOT}dist/demo`, { recursive: true, filter })
}

async function measure(url: string, folder: string): Promise<Readonly<Record<string, Samples>>> {
  addDemo()
  const rows = await prepare(url)
  const running = await startDemo(url)
  const before = residentMemory(running.server.child)
  // Its first answers load what is loaded late.
  await fetched(running, 'csv', `${folder}/first.csv`)
  const measured: Record<string, Samples> = {}
  for (const format of FORMATS) {
    const [ours, theirs]: [Made[], Made[]] = [[], []]
    for (let run = 0; run < RUNS; run++) {
      theirs.push(await naive(url, format, `${folder}/naive.${format}`))
      ours.push(await fetched(running, format, `${folder}/ours.${format}`))
    }
    const wrong = ours.find(made => made.rows !== rows)
    if (wrong) throw new Error(`another reader finds ${wrong.rows} rows of ${rows} in the ${format}`)
    const last = ours.at(-1)
    const took = Math.min(...ours.map(made => made.took))
    measured[`export-${format}`] = {
      values: ours.map(({ peak }) => peak),
      baselines: theirs.map(({ peak }) => peak),
      more: {
        rows,
        'MB before': Math.round(before),
        'MB more than before': Math.round(Math.max(...ours.map(({ peak }) => peak)) - before),
        's at best': Number(took.toPrecision(3)),
        'rows/s': Math.round(rows / took),
        'MB of the file': Number((last?.size ?? 0).toPrecision(3)),
        's of the baseline': Number(Math.min(...theirs.map(made => made.took)).toPrecision(3)),
      },
    }
  }
  await running.server.stop()
  return measured
}

async function onPostgres(): Promise<Readonly<Record<string, Samples>>> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, stop } = await startPostgres(bin)
  return withFolder(folder => measure(url, folder)).finally(stop)
}

let measured: Promise<Readonly<Record<string, Samples>>> | undefined

async function samplesOf(name: string, { postgres }: Options): Promise<Samples> {
  measured ??= postgres ? onPostgres() : withFolder(folder => measure(`file:${folder}/export.sqlite`, folder))
  const samples = (await measured)[name]
  if (!samples) throw new Error(`nothing was measured of ${name}`)
  return samples
}

const benchmark = (format: Format): Benchmark => ({
  name: `export-${format}`,
  under: 'export',
  about: `resident memory of the server at the most, while it hands out ${IDEAS} ideas as ${format.toUpperCase()}; all of them in one list`,
  unit: 'MB',
  // A server that does nothing has 200 MB: what hands out a list without holding it is in what comes on top.
  aims: [{ of: 'MB more than before', atMost: 150 }],
  built: true,
  named: true,
  run: options => samplesOf(`export-${format}`, options),
})

export const exports: readonly Benchmark[] = FORMATS.map(benchmark)
