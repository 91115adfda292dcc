import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { BallotView } from './ballots.ts'

/**
 * GET /ballots/all → Page<BallotRow>: open ones first by end, then all that closed, 20 a page. GET /ballots/waiting → the
 * first 20 that wait to be opened, for organisers.
 */
export type BallotRow = BallotView & {
  /** `draft`: opened by hand; `scheduled`: by the clock as well. */
  readonly stage: 'draft' | 'scheduled' | 'open' | 'closed'
  /** Milliseconds; absent for a draft. */
  readonly opensAt?: number
  /** Given up before it opened. */
  readonly cancelled?: true
  /** In the list of all, where the last vote of a workshop's tables stands for them all. */
  readonly tables?: TableVotesLine
}

/** GET /workshops/:id/table-votes → Page<BallotRow>: each of them, the last to end first, 20 a page. */
export type TableVotesLine = {
  readonly workshop: string
  readonly title: string
  readonly count: number
  /** How many of them run. */
  readonly open: number
}

/** The first channel of a team has no name, a team perhaps none that is known. */
export type BallotChannelView = { readonly id: string; readonly name: string; readonly team: string }

/** GET /ballots/:id/sheet, POST /ballots/:id/start and /ballots/:id/close, without a body → BallotSheet. */
export type BallotSheet = BallotRow & {
  /** The idea that an option comes from. */
  readonly ideas: readonly { readonly option: string; readonly idea: string }[]
  /** Once it has ended and is not secret: how many Directions support an option that any supports. */
  readonly supports: readonly { readonly option: string; readonly count: Shown }[]
  /** How many Directions it asked. */
  readonly directions: number
  /** Where it appears. */
  readonly places: readonly BallotChannelView[]
  /** How it came out; `leaders`: the option that won, or those that tie. */
  readonly verdict?: {
    readonly kind: 'none' | 'no-quorum' | 'won' | 'tie'
    readonly leaders: readonly string[]
  }
}
