/**
 * What a programme can say of itself at any moment: per axis what was asked, proposed, answered, begun and learnt, how many
 * ideas were followed by something and how soon. All may read one by one what it counts, so its counts are exact; people stay
 * estimates, and no Direction stands beside another by its delay.
 */
export type {
  DirectionFollowed,
  Followed,
  ProgrammeReview,
  ReviewAxis,
  ReviewDirection,
  ReviewMonth,
} from './domain.ts'
export type { PublicationUsecases, ReviewFile } from './publication-usecases.ts'
export type { ReviewUsecases } from './usecases.ts'
