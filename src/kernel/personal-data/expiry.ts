import type { Tx } from '../storage/tx.ts'

/** What goes by itself after so many months: of the end of the programme, or of the thing's own. */
export const EXPIRING = [
  'ideaNames',
  'commitments',
  'seats',
  'presence',
  'votes',
  'messages',
  'posts',
] as const
export type Expiring = (typeof EXPIRING)[number]

/** Something that is kept for so long and no longer. Each feature has its own; the night asks them all. */
export type Expiry = {
  readonly kind: Expiring
  /** From when months are counted: the last day of the last phase, or what each row says. */
  readonly after: 'programme' | 'itself'
  /** How many there are from before `before` (milliseconds). */
  readonly count: (tx: Tx, before: number) => Promise<number>
  /** Erases `limit` of them at most; answers how many. */
  readonly erase: (tx: Tx, before: number, limit: number) => Promise<number>
}
