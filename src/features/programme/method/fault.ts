import type { WrongSaid } from '../../../kernel/errors/method-faults.ts'

/** One thing that is wrong in a method file. */
export type Wrong = WrongSaid & {
  /** From 1; 0 for the file as a whole. */
  readonly line: number
  /** From 1; absent where the line says enough. */
  readonly column?: number
  /** `axes.0.title.fr`; '' when it is nothing that has a name. */
  readonly path: string
  /** How it could read instead, as YAML; '' when none can be given. */
  readonly example: string
}

/** How many a start tells of: `programme check` tells them all. */
const TOLD = 5

function sentenceOf({ line, path, what }: Wrong): string {
  return [line > 0 ? `line ${line}` : '', path, what].filter(part => part !== '').join(': ')
}

/** A method file cannot be used. The message names the line of each of the first five faults. */
export class MethodFault extends Error {
  override readonly name = 'MethodFault'
  readonly wrongs: readonly Wrong[]
  readonly file: string

  /** `file`: its path, when it is known. */
  constructor(wrongs: readonly Wrong[], file = '') {
    const told = wrongs.slice(0, TOLD).map(sentenceOf)
    const more = wrongs.length > TOLD ? `; and ${wrongs.length - TOLD} more` : ''
    super(`${file ? `${file}: ` : ''}${told.join('; ')}${more}`)
    this.wrongs = wrongs
    this.file = file
  }
}
