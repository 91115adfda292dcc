import type { Tx } from './tx.ts'

/**
 * What may still be open when a programme ends: unanswered, promised, or prepared and not done. Of what belongs to one person,
 * such as commitments, there is none.
 */
const OPEN_KINDS = [
  'ideas',
  'ideas-due',
  'ballots-open',
  'ballots-prepared',
  'ballots-unfollowed',
  'workshops-coming',
  'workshops-unsummarised',
  'steps-promised',
  'steps-late',
  'steps-asked',
  'broadcasts-drafts',
  'broadcasts-sending',
] as const
export type OpenKind = (typeof OPEN_KINDS)[number]

/** `now`: milliseconds; `today`: `YYYY-MM-DD` in the programme's zone. */
export type Moment = { readonly now: number; readonly today: string }

export type OpenCount = {
  readonly kind: OpenKind
  /** The kind that it is a part of: not added to it. */
  readonly among?: OpenKind
  /** Exact: each is a thing that those in charge deal with. */
  readonly count: (tx: Tx, moment: Moment) => Promise<number>
}
