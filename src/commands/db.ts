import '../node-version.ts'

import { statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CommandConfig, createLogger, makeFolder, readCommandConfig } from '../config/index.ts'
import {
  backUp,
  embeddedPath,
  moveDatabase,
  openDatabase,
  placeOf,
  restore,
  type TableCount,
} from '../db/index.ts'
import { monotonic, systemClock } from '../kernel/time/clock.ts'
import { isFolder, nameAt, rotateBackups } from '../operations/backup-folder.ts'
import { attempt, UsageFault } from './command-line/attempt.ts'
import { commandAudit } from './command-line/command-audit.ts'
import { linesTo, type Say } from './command-line/lines.ts'
import { DatabaseFault, databaseExists } from './command-line/ready-database.ts'

const HELP = `npm run db -- migrate
npm run db -- backup FILE.sqlite | FOLDER/ [--keep N]
npm run db -- restore FILE
npm run db -- copy FROM_URL TO_URL

  migrate   brings the schema up to this version's, or leaves it as it was
  backup    writes one moment of the database, while the server runs, to an
            SQLite file, whichever engine it is of; in a FOLDER under a name with
            the time (UTC), keeping the newest N (14 unless told)
  restore   puts a backup in the database's place, with the server stopped; an
            SQLite file that stood there is left beside it, PostgreSQL must be empty
  copy      copies everything into an empty database, SQLite to PostgreSQL or
            back, with the server stopped, and compares both row by row; to try
            it beside the server, copy from a backup

migrate, backup and restore read DATABASE_URL, as the server does. A backup holds
personal data: see docs/operate.md. BALLOT_SECRET is in none: keep it elsewhere.
Ends with 0 when all is done, 2 when it could not be.
`

type Asked = { readonly verb: string; readonly words: readonly string[]; readonly keep: number }

/** Number of arguments of each verb. */
const WORDS: Readonly<Record<string, number>> = { migrate: 0, backup: 1, restore: 1, copy: 2 }
const KEPT = 14

function readArguments(args: readonly string[]): Asked | 'help' {
  const options = { help: { type: 'boolean', short: 'h' }, keep: { type: 'string' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [verb = '', ...words] = positionals
    if (values.help) return 'help'
    if (words.length !== WORDS[verb]) throw new Error('It takes one of four verbs, and what follows it.')
    const keep = Number(values.keep ?? KEPT)
    if (!Number.isInteger(keep) || keep < 1 || keep > 1_000) throw new Error('--keep takes 1 to 1000.')
    return { verb, words, keep }
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

async function migrate({ databaseUrl }: CommandConfig, say: Say): Promise<void> {
  const database = await openDatabase({ url: databaseUrl })
  try {
    const { made, ran } = await database.migrate()
    if (made) say(`A new database was made: ${placeOf(databaseUrl)}.`)
    else for (const name of ran) say(`  ${name}`)
  } catch (error) {
    const { name, message } = error as Error
    throw name === 'MigrationFault' ? error : new DatabaseFault(`Nothing was changed: ${message}`)
  } finally {
    await database.close()
  }
  say('The schema is up to date.')
}

/**
 * Audit log: a backup holds all data, so its making and its restore are recorded. A database of an earlier version,
 * backed up before it is migrated, is left unchanged.
 */
async function journal(act: 'data.back-up' | 'data.restore', databaseUrl: string): Promise<void> {
  const database = await openDatabase({ url: databaseUrl })
  try {
    const { operated } = commandAudit(database)
    if (await database.isReady()) await database.transact(tx => operated(tx, act))
  } finally {
    await database.close()
  }
}

async function backup({ words: [to = ''], keep }: Asked, config: CommandConfig, say: Say): Promise<void> {
  const { databaseUrl, logLevel } = config
  if (!databaseExists(databaseUrl))
    throw new DatabaseFault('There is no database yet: start the server once.')
  const folder = isFolder(to)
  // A folder's name without a trailing slash would be taken for a file, which a second backup refuses to overwrite.
  if (!folder && extname(to) !== '.sqlite')
    throw new UsageFault(`A file ends with .sqlite, a folder that does not stand yet with a slash: ${to}/`)
  if (folder) makeFolder(resolve(to))
  const file = folder ? nameAt(to, systemClock.now()) : to
  const begun = monotonic.now()
  const bytes = await backUp(databaseUrl, file, createLogger(logLevel))
  await journal('data.back-up', databaseUrl)
  say(`${file}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds(begun)}, read through once.`)
  if (folder)
    for (const gone of rotateBackups(to, keep)) say(`${gone}: removed, older than the newest ${keep}.`)
}

const seconds = (begun: number) => `${((monotonic.now() - begun) / 1_000).toFixed(1)} s`

async function putBack(file: string, { databaseUrl, logLevel }: CommandConfig, say: Say): Promise<void> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageFault(`There is no file ${file}.`)
  const { aside } = await restore(file, databaseUrl, createLogger(logLevel))
  await journal('data.restore', databaseUrl)
  say('Restored. Start the server.')
  if (aside !== undefined) say(`What stood before is in ${aside}: remove it once you no longer need it.`)
}

function countLine({ table, rows, hash }: TableCount): string {
  return `  ${table.padEnd(24)} ${String(rows).padStart(9)}  ${hash.slice(0, 16)}`
}

async function copy([from = '', to = '']: readonly string[], config: CommandConfig, say: Say): Promise<void> {
  if (embeddedPath(from) !== undefined && !databaseExists(from))
    throw new UsageFault('There is nothing to copy from.')
  const begun = monotonic.now()
  const counts = await moveDatabase(from, to, createLogger(config.logLevel))
  for (const each of counts.filter(({ rows }) => rows > 0)) say(countLine(each))
  const rows = counts.reduce((sum, each) => sum + each.rows, 0)
  say(`${rows} rows in ${counts.length} tables, equal on both sides, in ${seconds(begun)}.`)
}

/** Entry point. `say` gets stdout lines, `complain` why the command could not run. @returns the exit code */
export async function db(
  args: readonly string[],
  say: Say,
  complain: Say,
  env?: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args)
    if (asked === 'help') say(HELP)
    else if (asked.verb === 'migrate') await migrate(readCommandConfig(env), say)
    else if (asked.verb === 'backup') await backup(asked, readCommandConfig(env), say)
    else if (asked.verb === 'restore') await putBack(asked.words[0] ?? '', readCommandConfig(env), say)
    else await copy(asked.words, readCommandConfig(env), say)
    return 0
  })
}

if (import.meta.main) {
  // Backups hold personal data: readable by this user only.
  process.umask(0o077)
  process.exitCode = await db(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
