import { z } from 'zod'
import { nonce } from '../primitives.ts'
import type { BallotView } from './ballots.ts'

const table = z.string().max(80)

/** POST /workshops/:id/table-vote → TableVoteView: a vote by points on the ideas of one table, open at once, or the one that runs. */
export const tableVoteInput = z.object({ nonce, table })
export type TableVoteView = {
  readonly ballot: BallotView
  /** Ideas that it asks about, the most supported first, of all that the table has. */
  readonly asked: number
  readonly all: number
  /** Where who has a seat votes: an address to share. */
  readonly link: string
}

/** GET /workshops/:id/table-vote?table= → TableVoteFound: the vote of that table that runs, or else the last that ended. */
export const tableVoteQuery = z.object({ table })
export type TableVoteFound = { readonly vote?: TableVoteView }
