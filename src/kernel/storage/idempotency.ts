import { fingerprint, fold } from '../text/text.ts'
import { DAY } from '../time/clock.ts'
import type { Tx } from './tx.ts'

/** Idempotency key: an act that arrives again under the same key within `forMs` is the same act. */
export type IdempotencyKey = { readonly key: string; readonly forMs: number }

/**
 * Claims `keys` for `id` within `tx`. @returns `id` when the act is new, or the id that an earlier arrival claimed:
 * the caller then creates nothing and answers from the stored state. At most 8 keys.
 */
export type Once = (tx: Tx, keys: readonly IdempotencyKey[], id: string) => Promise<string>

/** Canonical text of an input, whatever the order of its fields and the spacing of its words. */
export function inputText(input: object): string {
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    typeof value === 'string' ? fold(value) : value,
  ])
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Key of a form: person, nonce of the rendering and content, sent from a card or a tab. Other content is another key:
 * a form that was sent may be sent again from a second device with other words, which must not be swallowed.
 */
export function formKey(person: string, nonce: string, input: object): IdempotencyKey {
  return { key: `form:${person}:${fingerprint(nonce, inputText(input))}`, forMs: 90 * DAY }
}
