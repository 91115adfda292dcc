import type { Tx } from './tx.ts'

/** How much stands under one axis or one Direction. */
export type Stand = { readonly under: 'axis' | 'direction'; readonly id: string; readonly count: number }

/**
 * Things that name an axis or a Direction, so that neither may go while they stand there. Exact, for whoever runs the
 * database: no card and no tab shows it.
 */
export type Standing = {
  /** « 1 idea », « 2 ideas ». */
  readonly one: string
  readonly many: string
  readonly count: (tx: Tx) => Promise<readonly Stand[]>
}
