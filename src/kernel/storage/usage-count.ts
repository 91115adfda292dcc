import type { Tx } from './tx.ts'

/** How many things refer to one axis or one Direction. */
export type Usage = { readonly under: 'axis' | 'direction'; readonly id: string; readonly count: number }

/**
 * Kinds of things that refer to an axis or a Direction, which cannot be removed while there are any. Exact counts,
 * for operators only: no card and no tab shows them.
 */
const USAGE_KINDS = [
  'people',
  'leads',
  'expected',
  'channels',
  'teams',
  'workshops',
  'ideas',
  'choices',
  'trials',
  'commitments',
] as const

export type UsageCount = {
  /** Kind of thing, for messages that do not say how many. */
  readonly kind: (typeof USAGE_KINDS)[number]
  /** « 1 idea », « 2 ideas ». */
  readonly one: string
  readonly many: string
  readonly count: (tx: Tx) => Promise<readonly Usage[]>
}
