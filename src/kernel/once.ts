import { DAY } from './clock.ts'
import { fingerprint } from './text.ts'
import type { Tx } from './tx.ts'

/** A meaning that may arrive several times: the same key within `forMs` is the same act. */
export type OnceKey = { readonly key: string; readonly forMs: number }

/**
 * Claims `keys` for `id` within `tx`. Answers `id` when the act is new, or the id that an earlier arrival claimed:
 * the caller then creates nothing and answers from what stands. At most 8 keys.
 */
export type Once = (tx: Tx, keys: readonly OnceKey[], id: string) => Promise<string>

/** One rendering of a form makes one thing for one person, sent from a card or from a tab. */
export function formKey(person: string, nonce: string): OnceKey {
  return { key: `form:${person}:${fingerprint(nonce)}`, forMs: 90 * DAY }
}
