/**
 * A question put to everybody until a date. Each person has one vote, the last one given; it is stored by name so that
 * it can be changed, and shown to nobody else. Totals are counted in the same transaction as the vote.
 */

import type { mayLeave } from './ballot/domain.ts'
import type { ListUsecases } from './ballot/list-usecases.ts'
import type { ShowUsecases } from './ballot/usecases.ts'

export { headerOf } from './ballot/cards.ts'
export { type Ballot, type BallotResult, type BallotSeen, isCancelled, showsTotals } from './ballot/domain.ts'
export { rulesText } from './ballot/rules-cards.ts'
export type { BallotTally } from './results/tally.ts'
export { isBeginning } from './results/turnout-cards.ts'
export type { ClosingUsecases, ComparedTurnout } from './results/turnout-usecases.ts'
export type { ResultUsecases } from './results/usecases.ts'
export type { ScreenBallot } from './room-vote/screen.ts'
export type { ScreenOutcome, ScreenUsecases } from './room-vote/screen-usecases.ts'
export type { RoomVoteUsecases } from './room-vote/usecases.ts'
export { type ChoosingPart, choosing, noChoosing } from './voting/cards.ts'
export { NO_TAPS, type TapsPart, tapsOn } from './voting/tap-cards.ts'

/** What other features read of ballots. */
export type BallotUsecases = {
  readonly show: ShowUsecases['show']
  readonly posted: ShowUsecases['posted']
  readonly agenda: ListUsecases['agenda']
  readonly running: ListUsecases['running']
  readonly mayLeave: typeof mayLeave
}
