import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LARGEST, LanguageFault, type LanguageFile, readLanguageFile } from './language-file.ts'
import { BUILT_IN, type PartialCatalogues } from './partial.ts'

/** Languages of a folder. */
const MOST = 9

/** What an operator is told of one file. */
export type FileNote = {
  readonly file: string
  /** Why nothing of it is used. */
  readonly refused?: string
  /** Texts that are said in the fallback because they have a fault. */
  readonly faulty?: number
}

/** @throws LanguageFault when it is no language file */
export function readLanguage(path: string): LanguageFile {
  // Nothing is read of a file that is too large, or of what never ends.
  const found = statSync(path)
  if (!found.isFile()) throw new LanguageFault('is no file')
  if (found.size > LARGEST) throw new LanguageFault(`is larger than ${LARGEST / 1_000_000} MB`)
  return readLanguageFile(readFileSync(path))
}

function readSafely(path: string): LanguageFile | string {
  try {
    return readLanguage(path)
  } catch (error) {
    return error instanceof LanguageFault
      ? error.message
      : `cannot be read (${(error as NodeJS.ErrnoException).code})`
  }
}

/**
 * The languages that the app brings and those of a folder's `.json` files, in the order of their names. A file that cannot
 * be used is left out, and a text with a fault is said in the fallback: the server starts all the same.
 */
export function languagesIn(folder: string): {
  readonly partials: PartialCatalogues
  readonly notes: readonly FileNote[]
} {
  const partials = new Map(BUILT_IN)
  const notes: FileNote[] = []
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  for (const file of files.sort()) {
    const read = readSafely(join(folder, file))
    if (typeof read === 'string') notes.push({ file, refused: read })
    else if (partials.has(read.id))
      notes.push({ file, refused: `is of "${read.language}", as another file is` })
    else if (partials.size - BUILT_IN.size >= MOST)
      notes.push({ file, refused: `is one of more than ${MOST} languages` })
    else {
      partials.set(read.id, read.catalogue)
      if (read.faults.length > 0) notes.push({ file, faulty: read.faults.length })
    }
  }
  return { partials, notes }
}
