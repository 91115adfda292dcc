/**
 * A date, a place and seats, announced in a channel. Each person's last answer before the start counts, whoever
 * repeats it; seats are counted in the same transaction, so that they never go beyond what there is.
 */

export type { DoorUsecases } from './attendees/check-in-usecases.ts'
export type { ReminderUsecases } from './attendees/reminder-usecases.ts'
export type { DirectionUsecases } from './oversight/direction-usecases.ts'
export type { OversightUsecases } from './oversight/usecases.ts'
export type { TableUsecases } from './tables/usecases.ts'
export { placesOf, sheetOf, whenWords } from './workshop/cards.ts'
export {
  type Answer,
  hasBegun,
  isToCome,
  type Stage,
  seatsLeft,
  stageOf,
  type Workshop,
  type WorkshopSeen,
} from './workshop/domain.ts'
export { type WorkshopStore, type WorkshopUsecases, workshopUsecases } from './workshop/usecases.ts'
