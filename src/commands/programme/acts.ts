import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { USAGE_COUNTS } from '../../composition/usage-counts.ts'
import { readCommandConfig } from '../../config/index.ts'
import { type Database, openDatabase } from '../../db/index.ts'
import { loadPlaces } from '../../features/messages/calendar/holiday-places.ts'
import { differencesOf } from '../../features/programme/import/differences.ts'
import { importUsecases } from '../../features/programme/import/usecases.ts'
import { readMethodFile, sayable } from '../../features/programme/method/usecases.ts'
import { methodText, wordsText } from '../../features/programme/method/writer.ts'
import { methodJsonSchema } from '../../features/programme/schema/json-schema.ts'
import { programmeStore } from '../../features/programme/wire.ts'
import { wordFaults } from '../../i18n/overrides.ts'
import { silentLogger } from '../../kernel/monitoring/logger.ts'
import { systemClock } from '../../kernel/time/clock.ts'
import { ICON_NAMES } from '../../tabs/contract/programme/icons.ts'
import { commandAudit } from '../command-line/command-audit.ts'
import type { Say } from '../command-line/lines.ts'
import { checkReady, DatabaseFault, databaseExists } from '../command-line/ready-database.ts'
import { textsHolding } from './catalogue-texts.ts'
import { comparisonLines, contentLines, differenceLines, exampleLines } from './report.ts'
import { examplesLeft, STARTER } from './starter-file.ts'

export type ProgrammeEnvironment = Readonly<Record<string, string | undefined>>

const NONE = 'The database holds no programme yet: start the server, or import a method file.'

function sayAll(say: Say, lines: readonly string[]): void {
  for (const line of lines) say(line)
}

/** @throws MethodFault */
async function read(file: string) {
  return readMethodFile(file, { words: wordFaults, place: await loadPlaces() })
}

async function withDatabase<T>(
  env: ProgrammeEnvironment | undefined,
  work: (database: Database) => Promise<T>,
) {
  const database = await openDatabase({ url: readCommandConfig(env).databaseUrl })
  return work(database).finally(() => database.close())
}

function importing(database: Database) {
  const audit = commandAudit(database).operated
  return importUsecases({
    ...database,
    store: programmeStore,
    clock: systemClock,
    usageCounts: USAGE_COUNTS,
    audit,
  })
}

/** Never creates or migrates: a missing database, or one of an earlier version, is left as it is. */
async function reading<T>(
  env: ProgrammeEnvironment | undefined,
  empty: T,
  work: (database: Database) => Promise<T>,
) {
  if (!databaseExists(readCommandConfig(env).databaseUrl)) return empty
  return withDatabase(env, async database => {
    await checkReady(database)
    return work(database)
  })
}

export async function check(file: string, say: Say): Promise<number> {
  const content = await read(file)
  sayAll(say, contentLines(file, content, ICON_NAMES))
  // The starter file may have been removed: then there is no warning.
  const starter = await read(fileURLToPath(STARTER)).catch(() => undefined)
  if (starter) sayAll(say, exampleLines(examplesLeft(content, starter)))
  return 0
}

export async function diff(one: string, other: string, say: Say): Promise<number> {
  sayAll(say, differenceLines(differencesOf(await read(one), await read(other))))
  return 0
}

/** @throws DatabaseFault when the file cannot be written */
async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((cause: NodeJS.ErrnoException) => {
    throw new DatabaseFault(`${file}: cannot be written (${cause.code})`)
  })
}

export async function exportTo(
  file: string | undefined,
  { say, complain }: { readonly say: Say; readonly complain: Say },
  env?: ProgrammeEnvironment,
): Promise<number> {
  const content = await reading(env, undefined, database => importing(database).export())
  if (!content) throw new DatabaseFault(NONE)
  // Not by the server's log, whose lines would be mixed with those of the report.
  const warn = (fields: object, message: string) => complain(`${message}: ${JSON.stringify(fields)}`)
  const words = sayable(content.words, wordFaults, { ...silentLogger, warn })
  const text = methodText({ ...content, words })
  if (file === undefined) say(text.trimEnd())
  else await write(file, text)
  return 0
}

async function tryImport(file: string, say: Say, env?: ProgrammeEnvironment): Promise<number> {
  const content = await read(file)
  const nothing = { first: true, changes: [], hindered: [] }
  const found = await reading(env, nothing, database => importing(database).compare(content))
  sayAll(say, comparisonLines(found))
  say('Nothing was written.')
  return found.hindered.length > 0 ? 1 : 0
}

/** Imports a method file. `dryRun`: only reports what that would change. */
export async function importFrom(
  file: string,
  dryRun: boolean,
  say: Say,
  env?: ProgrammeEnvironment,
): Promise<number> {
  if (dryRun) return tryImport(file, say, env)
  const content = await read(file)
  const found = await withDatabase(env, async database => {
    await database.migrate()
    const { compare, replace } = importing(database)
    sayAll(say, comparisonLines(await compare(content)))
    return replace(content)
  })
  if (found.hindered.length > 0) say('Nothing was written.')
  else if (found.first || found.changes.length > 0)
    say(
      'Imported. In force at once: phases, words of the axes, nudge rules, thresholds, closures, lessons, themes. All else waits until the server starts again.',
    )
  return found.hindered.length > 0 ? 1 : 0
}

/** The app's own texts that contain `part`, as YAML for a method file, ready to be changed. */
export async function words(part: string, say: Say): Promise<number> {
  const found = textsHolding(part)
  const none = Object.values(found).every(texts => Object.keys(texts).length === 0)
  say(none ? `No text of the app holds "${part}".` : wordsText(found).trimEnd())
  return none ? 1 : 0
}

export async function schema(say: Say): Promise<number> {
  say(JSON.stringify(methodJsonSchema(), null, 2))
  return 0
}
