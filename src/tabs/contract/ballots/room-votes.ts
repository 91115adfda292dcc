import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { nonce } from '../primitives.ts'
import type { BallotView } from './ballots.ts'

/**
 * POST /workshops/:id/room-vote → RoomVoteView: a vote of everybody who is checked in, open at once and announced in no
 * channel, or the one that runs. Closed by POST /ballots/:id/close, also by who opened it.
 */
export const roomVoteInput = z.object({
  nonce,
  /** The question of a room, in the programme's language, where it is left empty. */
  question: z.string().max(4_000).default(''),
  /** The ideas of the wall with most supports, or one's own. */
  options: z.union([z.literal('leading'), z.array(z.string().max(4_000)).max(100)]),
  /** Leading ideas at most. */
  leading: z.number().int().min(4).max(8).default(6),
  kind: z.enum(['single', 'approval', 'dots']),
  secret: z.boolean().default(false),
  /** Absent: until it is closed, and with the workshop. */
  minutes: z.number().int().min(1).max(60).optional(),
  results: z.enum(['live', 'closing']).default('closing'),
})
export type RoomVoteInput = z.input<typeof roomVoteInput>

export type RoomVoteView = {
  readonly ballot: BallotView
  /** Where who is there votes: an address to share. */
  readonly link: string
  /** I may close it. */
  readonly mayClose: boolean
}

/** GET /workshops/:id/room-vote → RoomVotePage, for the Lab' and who facilitates the workshop as a whole. */
export type RoomVotePage = {
  /** The one that runs, or else the last that ended. */
  readonly vote?: RoomVoteView
  /** People checked in. */
  readonly present: Shown
  /** What « the leading ideas » would ask about now, the most supported first. */
  readonly leading: readonly { readonly title: string; readonly axis?: string; readonly supports: Shown }[]
  /** Whether it can be secret: not among so `few`, nor where the server has no key for it. */
  readonly secret: 'possible' | 'few' | 'missing'
  /** People from whom on a vote of a room can be secret. */
  readonly secretFrom: number
}
