import { readFile, stat, writeFile } from 'node:fs/promises'
import { type CommandConfig, createLogger } from '../../config/index.ts'
import { type Database, openDatabase } from '../../db/index.ts'
import type { FileFault } from '../../features/people/people-file/domain.ts'
import { faultRows } from '../../features/people/people-file/fault-cards.ts'
import { wirePeopleFile } from '../../features/people/wire.ts'
import { readMethodFile } from '../../features/programme/method/usecases.ts'
import { type Programme, programmeOf } from '../../features/programme/programme/domain.ts'
import { loadProgramme, programmeStore } from '../../features/programme/wire.ts'
import { MOST, rowsOf } from '../../files/csv-reader.ts'
import { tableText } from '../../files/csv-writer.ts'
import { wordsIn } from '../../i18n/words.ts'
import { withAmounts } from '../../kernel/access/amounts.ts'
import { systemClock } from '../../kernel/time/clock.ts'
import { UsageFault } from '../command-line/attempt.ts'
import { commandAudit } from '../command-line/command-audit.ts'
import type { Say } from '../command-line/lines.ts'
import { checkReady, databaseExists } from '../command-line/ready-database.ts'
import { differenceLines, faultLines } from './report.ts'

export type Import = {
  readonly file: string
  readonly dryRun: boolean
  /** Where to write a refused file anew, to be corrected. */
  readonly faults?: string | undefined
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > MOST.bytes) throw new UsageFault(`${file}: larger than ${MOST.bytes / 1_000_000} MB`)
    return await readFile(file)
  } catch (error) {
    if (error instanceof UsageFault) throw error
    throw new UsageFault(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** @throws UsageFault where there is a file already, or none can be written */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    throw new UsageFault(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** A dry run does not create a missing database: it works on one in memory. @throws DatabaseFault */
async function open(dryRun: boolean, { databaseUrl, logLevel }: CommandConfig): Promise<Database> {
  const inMemory = dryRun && !databaseExists(databaseUrl)
  const url = inMemory ? 'file::memory:' : databaseUrl
  const database = await openDatabase({ url, log: createLogger(logLevel) })
  try {
    await (dryRun && !inMemory ? checkReady(database) : database.migrate())
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The database's programme; that of the method file where it has none, which a dry run only reads. */
async function programmeIn(dryRun: boolean, database: Database, file: string): Promise<Programme> {
  if (!dryRun) return loadProgramme({ ...database, store: programmeStore, clock: systemClock, file })
  const known = await database.read(tx => programmeStore(tx).current())
  return programmeOf(known ?? (await readMethodFile(file)))
}

/** Imports the people file, or reports what that would change. @returns the exit code */
export async function importFile(
  { file, dryRun, faults: kept }: Import,
  config: CommandConfig,
  say: Say,
): Promise<number> {
  const bytes = await bytesOf(file)
  const database = await open(dryRun, config)
  try {
    const programme = await programmeIn(dryRun, database, config.programmeFile)
    const voice = { words: wordsIn(programme.language, programme.zone, programme.words), programme }
    const { operated, roleChanged } = commandAudit(database)
    const { name, organisation } = programme
    say(voice.words.say('roster.programme', { name, organisation }))
    const peopleFile = wirePeopleFile(
      { ...database, roleChanged },
      { directions: programme.directions, secret: config.linkSecret },
    )
    const refused = async ({ faults }: { readonly faults: readonly FileFault[] }) => {
      for (const line of faultLines(voice, faults)) say(line)
      if (kept === undefined) return 1
      const directionName = (id: string) => programme.direction(id)?.name ?? id
      await writeNew(kept, tableText(faultRows({ ...voice, directionName }, { rows: rowsOf(bytes), faults })))
      say(voice.words.say('roster.faults-kept', { file: kept }))
      return 1
    }
    const first = await peopleFile.compare(bytes)
    if ('faults' in first) return refused(first)
    for (const line of differenceLines(voice, first.difference)) say(line)
    const applied = dryRun
      ? first
      : await peopleFile.apply(bytes, {
          also: (tx, counts) => operated(tx, 'people.import', withAmounts('people', counts)),
        })
    if ('faults' in applied) return refused(applied)
    say(voice.words.say(dryRun ? 'roster.tried' : 'roster.done'))
    return 0
  } finally {
    await database.close()
  }
}
