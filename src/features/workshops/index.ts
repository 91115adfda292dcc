/**
 * A date, a place and seats, announced in a channel. Each person's last answer before the start counts, whoever
 * repeats it; seats are counted in the same transaction, so that they never go beyond what there is.
 */
import type { RegistrationUsecases } from './registration/usecases.ts'
import type { WorkshopReadUsecases } from './workshop/usecases.ts'

export type { DoorUsecases } from './attendees/check-in-usecases.ts'
export type { ReminderUsecases } from './attendees/reminder-usecases.ts'
export type { DirectionUsecases } from './oversight/direction-usecases.ts'
export type { WorkshopTally } from './oversight/tally.ts'
export type { OversightUsecases } from './oversight/usecases.ts'
export type { SeriesSeen } from './series/domain.ts'
export { type SeriesOffer, seriesOffer } from './series/offer-cards.ts'
export type { SeriesUsecases } from './series/usecases.ts'
export type { ShownTableUsecases } from './tables/shown-usecases.ts'
export type { OwnTable, SeatingTableUsecases } from './tables/usecases.ts'
export { placesOf, sheetOf, whenWords } from './workshop/cards.ts'
export {
  hasBegun,
  isToCome,
  type LifecycleStage as Stage,
  type RegistrationAnswer,
  seatsLeft,
  stageOf,
  type Workshop,
  type WorkshopSeen,
} from './workshop/domain.ts'
export { isOpen, registrationFacts } from './workshop/stage-cards.ts'

/** Use-cases of workshops for features to the right. */
export type WorkshopUsecases = WorkshopReadUsecases & Pick<RegistrationUsecases, 'answer'>
