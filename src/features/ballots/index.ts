/**
 * A question put to everybody until a date. Each person has one vote, the last one given; it is stored by name so that
 * it can be changed, and shown to nobody else. Totals are counted in the same transaction as the vote.
 */
export { headerOf } from './cards.ts'
export { type ChoosingPart, choosing, noChoosing } from './choosing-cards.ts'
export type { ClosingUsecases, Turnout } from './closing-usecases.ts'
export { type Ballot, type BallotResult, type BallotSeen, isCancelled, showsTotals } from './domain.ts'
export type { ResultUsecases } from './result-usecases.ts'
export { rulesText } from './rules-cards.ts'
export { isBeginning } from './turnout-cards.ts'
export { type BallotStore, type BallotUsecases, ballotUsecases } from './usecases.ts'
