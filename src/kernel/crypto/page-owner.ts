import { fingerprint } from '../text/text.ts'

/** Opaque mark of the person whom a page was opened by. Somebody who was erased and comes again has another. */
export function pageMark(person: string): string {
  return fingerprint('page', person)
}
