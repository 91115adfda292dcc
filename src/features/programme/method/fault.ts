import type { WrongSaid } from '../../../kernel/errors/method-faults.ts'

/** A fault in a method file. */
export type Wrong = WrongSaid & {
  /** From 1; 0 for the file as a whole. */
  readonly line: number
  /** From 1; absent where the line is enough. */
  readonly column?: number
  /** `axes.0.title.fr`; '' without one. */
  readonly path: string
  /** A correction as YAML; '' without one. */
  readonly example: string
}

/** Faults listed at a failed start: `programme check` lists all. */
const LISTED = 5

function sentenceOf({ line, path, what }: Wrong): string {
  return [line > 0 ? `line ${line}` : '', path, what].filter(part => part !== '').join(': ')
}

/** The method file is invalid. The message has the line of each of the first five faults. */
export class MethodFault extends Error {
  override readonly name = 'MethodFault'
  readonly wrongs: readonly Wrong[]
  readonly file: string

  /** `file`: its path, when it is known. */
  constructor(wrongs: readonly Wrong[], file = '') {
    const told = wrongs.slice(0, LISTED).map(sentenceOf)
    const more = wrongs.length > LISTED ? `; and ${wrongs.length - LISTED} more` : ''
    super(`${file ? `${file}: ` : ''}${told.join('; ')}${more}`)
    this.wrongs = wrongs
    this.file = file
  }
}
