import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { SequelView } from './sequels.ts'

/** GET /ballots → Page<BallotView>: open ones first by end, then those closed lately, 20 a page. GET /ballots/:id → one of them. */
export type BallotView = {
  readonly id: string
  readonly question: string
  readonly state: 'open' | 'closed'
  /** Milliseconds; when it ended or will end. */
  readonly closesAt: number
  readonly kind: 'single' | 'approval' | 'dots'
  /** Options that one may choose, or points to share out; and points that one option takes at most. */
  readonly most: number
  readonly perOption: number
  readonly options: readonly {
    readonly id: string
    readonly title: string
    readonly axis?: string
    /** Votes, or points; absent as long as they are not to be seen. */
    readonly votes?: Shown
  }[]
  /** 0 where too few voted for a result. */
  readonly votes: Shown
  /** People called to vote; absent where nobody knows how many they are. */
  readonly voters?: Shown
  /** Votes from which it counts; 0: any number. */
  readonly quorum: number
  readonly results: 'live' | 'closing'
  readonly secret: boolean
  /** Of a secret one that has ended: it is not counted yet, or too few voted for a result. */
  readonly withheld?: 'counting' | 'few'
  readonly audience: 'everybody' | 'directions' | 'workshop' | 'present' | 'channels'
  /** The table of the workshop that it asks, by its name. */
  readonly table?: string
  /** Whom it asks, by name: Directions, a workshop or channels. */
  readonly named: readonly string[]
  /** Whether it asks me. */
  readonly called: boolean
  /** What I chose: empty where it is sealed. */
  readonly mine?: readonly { readonly option: string; readonly points: number }[]
  /** What its result ends with. */
  readonly follows?: SequelView
  /** I may write what follows; or say that nothing does: in one press, or with a reason. */
  readonly mayFollow?: true
  readonly maySettle?: 'press' | 'reason'
}

const option = z.string().max(80)
const choice = z.array(z.object({ option, points: z.number() })).max(20)

/** PUT /ballots/:id/vote → BallotView. `option`: the one that is chosen, as pages sent it before there were several. */
export const voteInput = z
  .union([z.object({ choice }), z.object({ option })])
  .transform(input => ('choice' in input ? input.choice : [{ option: input.option, points: 1 }]))
export type VoteInput = z.input<typeof voteInput>
