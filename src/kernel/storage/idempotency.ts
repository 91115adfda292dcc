import { fingerprint, fold } from '../text/text.ts'
import { DAY } from '../time/clock.ts'
import type { Tx } from './tx.ts'

/** A meaning that may arrive several times: the same key within `forMs` is the same act. */
export type OnceKey = { readonly key: string; readonly forMs: number }

/**
 * Claims `keys` for `id` within `tx`. Answers `id` when the act is new, or the id that an earlier arrival claimed:
 * the caller then creates nothing and answers from what stands. At most 8 keys.
 */
export type Once = (tx: Tx, keys: readonly OnceKey[], id: string) => Promise<string>

/** The same text for the same input, whatever the order of its fields and the spacing of its words. */
export function inputText(input: object): string {
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    typeof value === 'string' ? fold(value) : value,
  ])
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * One rendering of a form and the same words make one thing for one person, sent from a card or from a tab. Other
 * words make another: a form that was sent comes back on a second device, and must not swallow what is typed there.
 */
export function formKey(person: string, nonce: string, input: object): OnceKey {
  return { key: `form:${person}:${fingerprint(nonce, inputText(input))}`, forMs: 90 * DAY }
}
