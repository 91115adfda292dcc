import { z } from 'zod'
import type { Shown } from '../../kernel/counts.ts'

/** GET /ballots → Page<BallotView>: open ones first by end, then those closed lately, 20 a page. */
export type BallotView = {
  readonly id: string
  readonly question: string
  readonly state: 'open' | 'closed'
  /** Milliseconds; when it ended or will end. */
  readonly closesAt: number
  readonly options: readonly {
    readonly id: string
    readonly title: string
    readonly axis?: string
    readonly votes: Shown
  }[]
  readonly votes: Shown
  /** People called to vote. */
  readonly voters: Shown
  /** Id of the option I chose. */
  readonly mine?: string
}

/** PUT /ballots/:id/vote → BallotView */
export const voteInput = z.object({ option: z.string().max(80) })
