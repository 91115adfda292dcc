import { readFile } from 'node:fs/promises'
import { wrong } from '../../../kernel/errors/method-faults.ts'
import { type Logger, silentLogger } from '../../../kernel/monitoring/logger.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Programme, type ProgrammeContent, programmeOf, type WordRules } from '../programme/domain.ts'
import type { Checks, WordsCheck } from './checks.ts'
import { MethodFault } from './fault.ts'
import { parseMethodFile } from './parser.ts'
import type { PartChange } from './versions.ts'

export type ProgrammeStore = {
  readonly current: () => Promise<ProgrammeContent | undefined>
  /** Like `current`; nobody else changes it until the transaction ends. */
  readonly lock: () => Promise<ProgrammeContent | undefined>
  /** Stores it unless there is one. `at` in milliseconds. */
  readonly saveFirst: (content: ProgrammeContent, at: number) => Promise<void>
  /** Replaces the stored one, and records versions of the parts that change. `change`: an import unless given. */
  readonly save: (content: ProgrammeContent, at: number, change?: PartChange) => Promise<void>
  /** Records versions of the parts that differ from the latest recorded, where something else wrote the row. */
  readonly recordVersions: (content: ProgrammeContent, at: number) => Promise<void>
}

type Sources = {
  readonly store: (tx: Tx) => ProgrammeStore
  readonly transact: Transact
  readonly clock: Clock
  /** Path of the method file, read only while the database holds no programme. */
  readonly file: string
  readonly checkWords?: WordsCheck
  readonly log?: Logger
}

/** Reads a method file. @throws MethodFault with the path, also when the file cannot be read. */
export async function readMethodFile(file: string, checks?: Checks): Promise<ProgrammeContent> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const said = wrong('file-unread', { reason: String(cause.code) })
    throw new MethodFault([{ line: 0, path: '', ...said, example: '' }], file)
  })
  try {
    return parseMethodFile(text, checks)
  } catch (fault) {
    throw fault instanceof MethodFault ? new MethodFault(fault.wrongs, file) : fault
  }
}

/**
 * Drops and logs texts that cannot be used: the catalogue of a later version may lack their key, and the server must
 * start all the same.
 */
export function sayable(words: WordRules, check: WordsCheck, log: Logger): WordRules {
  const faulty = new Set(check(words).map(({ language, key }) => `${language} ${key}`))
  if (faulty.size > 0) log.warn({ words: [...faulty] }, 'words of the programme that this version cannot say')
  const said = (language: WholeLanguage) =>
    Object.fromEntries(Object.entries(words[language]).filter(([key]) => !faulty.has(`${language} ${key}`)))
  return { fr: said('fr'), en: said('en') }
}

/**
 * The stored programme, or the method file's when there is none: the database decides. Concurrent first starts agree on one.
 * Versions that were not recorded, because an earlier version of this software or a restored backup wrote the row, are
 * recorded now.
 * @throws MethodFault when the file is needed and invalid.
 */
export async function loadContent(sources: Sources): Promise<ProgrammeContent> {
  const { store, transact, clock, file, checkWords = () => [], log = silentLogger } = sources
  const recorded = async (tx: Tx) => {
    const kept = await store(tx).lock()
    if (kept) await store(tx).recordVersions(kept, clock.now())
    return kept
  }
  const known = await transact(recorded)
  if (known) return { ...known, words: sayable(known.words, checkWords, log) }
  const content = await readMethodFile(file, { words: checkWords })
  const kept = await transact(async tx => {
    await store(tx).saveFirst(content, clock.now())
    return recorded(tx)
  })
  return kept ?? content
}

/** The same, as it is now and for ever: for commands. @throws MethodFault as `loadContent` does */
export async function loadProgramme(sources: Sources): Promise<Programme> {
  return programmeOf(await loadContent(sources))
}
