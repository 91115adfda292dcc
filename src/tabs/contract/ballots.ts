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
  /** What I chose. */
  readonly mine?: readonly { readonly option: string; readonly points: number }[]
}

const option = z.string().max(80)
const choice = z.array(z.object({ option, points: z.number() })).max(20)

/** PUT /ballots/:id/vote → BallotView. `option`: the one that is chosen, as pages sent it before there were several. */
export const voteInput = z
  .union([z.object({ choice }), z.object({ option })])
  .transform(input => ('choice' in input ? input.choice : [{ option: input.option, points: 1 }]))
export type VoteInput = z.input<typeof voteInput>
