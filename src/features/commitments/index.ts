/**
 * A commitment is a sentence in a person's own words, under an axis, with a horizon; it is theirs alone to end.
 * It is kept to its owner unless they chose to share it; letting one go costs nothing and is never counted.
 * Of others' commitments a person sees how many are shared with them, never what they say.
 */
export type { Commitment, Visibility } from './domain.ts'
export { type CommitmentStore, type CommitmentUsecases, commitmentUsecases } from './usecases.ts'
