import '../node-version.ts'

import { parseArgs } from 'node:util'
import { type CommandConfig, ConfigFault, createLogger, readCommandConfig } from '../config/index.ts'
import { openDatabase } from '../db/index.ts'
import { MOST } from '../files/csv-reader.ts'
import { attempt, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'
import { checkReady, DatabaseFault, databaseExists } from './command-line/ready-database.ts'
import { type ErasureRequest, erase } from './people/erase.ts'
import { type Import, importFile } from './people/import.ts'

const HELP = `npm run people -- import FILE.csv [--dry-run] [--faults CORRECT.csv]
npm run people -- erase EMAIL|OBJECT_ID [--withdraw] [--dry-run]

import: takes in who is expected, with Direction and role. Says first what changes; with
--dry-run nothing does. A file with a fault is refused whole, each fault by line; --faults
then writes it anew, to be sent back: UTF-8 with semicolons, as Excel opens it, the lines
with a fault first, and a first column that says what is wrong. Corrected, it is imported
as it is. A file that is there already is not written over.

The first row names the columns, in any order: email, name, direction, roles.
  direction  id or name as in the programme; several for a manager, with | between
  roles      agent (or empty), pilote, suppléance, encadrement, organisation,
             observation; or pilot, deputy, manager, organiser, observer
Semicolons or commas; UTF-8 or Windows-1252; ${MOST.bytes / 1_000_000} MB at most.

erase: has the server erase whoever asks by letter, as « mes données » does. Ideas that
others support, or that show no name, stay without the name; with --withdraw they are
taken back as well, those that show no name one by one within thirty days.

Reads DATABASE_URL, PROGRAMME_FILE and LINK_SECRET, as the server does.
Ends with 0 when done, 1 when the file is refused or nobody is known, 2 when it could not be tried.
`

type Asked = Import | ErasureRequest

function readArguments(args: readonly string[]): Asked | 'help' {
  const flag = { type: 'boolean', default: false } as const
  const options = {
    'dry-run': flag,
    withdraw: flag,
    help: { ...flag, short: 'h' },
    faults: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [verb, of, ...rest] = positionals
    const { help, withdraw, faults, 'dry-run': dryRun } = values
    if (help) return 'help'
    if (of === undefined || rest.length > 0)
      throw new Error('It takes the word import and one file, or the word erase and one person.')
    if (verb === 'erase' && faults === undefined) return { whom: of, dryRun, withdraw }
    if (verb !== 'import' || withdraw) throw new Error('It takes the word import and one file.')
    return { file: of, dryRun, faults }
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

function checked(config: CommandConfig): CommandConfig {
  const advice = 'set the text that the server runs with: by it the people of the last file are known again'
  if (config.linkSecret === '') throw new ConfigFault([{ variable: 'LINK_SECRET', advice }])
  return config
}

async function eraseOne(asked: ErasureRequest, config: CommandConfig, say: Say): Promise<number> {
  if (!databaseExists(config.databaseUrl))
    throw new DatabaseFault('There is no database yet: nothing is held.')
  const database = await openDatabase({ url: config.databaseUrl, log: createLogger(config.logLevel) })
  try {
    await checkReady(database)
    return await erase(database, asked, config, say)
  } finally {
    await database.close()
  }
}

/** Entry point. `say` gets stdout lines, `complain` why the command could not run. @returns the exit code */
export async function people(
  args: readonly string[],
  say: Say,
  complain: Say,
  env?: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args)
    if (asked === 'help') {
      say(HELP)
      return 0
    }
    const config = checked(readCommandConfig(env))
    return 'whom' in asked ? eraseOne(asked, config, say) : importFile(asked, config, say)
  })
}

if (import.meta.main) {
  process.exitCode = await people(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
