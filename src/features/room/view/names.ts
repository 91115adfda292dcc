import { namePartsOf } from '../../../kernel/text/names.ts'

/** « Camille R. » of a name as the directory has it: first name and initial. One that has a single part stays as it is. */
export function shortName(name: string): string {
  const { first, last = '' } = namePartsOf(name)
  const [initial] = last
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`
}
