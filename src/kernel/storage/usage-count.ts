import type { Tx } from './tx.ts'

/** How much stands under one axis or one Direction. */
export type Stand = { readonly under: 'axis' | 'direction'; readonly id: string; readonly count: number }

/**
 * Things that name an axis or a Direction, so that neither may go while they stand there. Exact, for whoever runs the
 * database: no card and no tab shows it.
 */
const STANDING = [
  'people',
  'leads',
  'expected',
  'channels',
  'teams',
  'workshops',
  'ideas',
  'choices',
  'commitments',
] as const

export type UsageCount = {
  /** What they are, for whoever says that there are any, without how many. */
  readonly kind: (typeof STANDING)[number]
  /** « 1 idea », « 2 ideas ». */
  readonly one: string
  readonly many: string
  readonly count: (tx: Tx) => Promise<readonly Stand[]>
}
