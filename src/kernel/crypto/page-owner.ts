import { fingerprint } from '../text/text.ts'

/** Names the person whom a page was opened by, and says nothing of them: somebody erased since has another. */
export function pageMark(person: string): string {
  return fingerprint('page', person)
}
