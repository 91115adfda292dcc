import type { Note } from '../storage/outbox.ts'
import type { Tx } from '../storage/tx.ts'

/** Kinds with a retention period in months: counted from the end of the programme, or from the row's own date. */
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

/** `now`: milliseconds. `note`: for what has to change outside the database. */
export type Night = { readonly now: number; readonly note: Note }

/** A retention rule. Each feature has its own; all run at night. */
export type Expiry = {
  readonly kind: Expiring
  /** Where the period begins: at the last day of the last phase, or at each row's own date. */
  readonly after: 'programme' | 'itself'
  /** How many rows are older than `before` (milliseconds). */
  readonly count: (tx: Tx, before: number, now: number) => Promise<number>
  /** Erases `limit` rows at most; answers how many. */
  readonly erase: (tx: Tx, before: number, limit: number, night: Night) => Promise<number>
}
