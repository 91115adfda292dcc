/**
 * A date, a place and seats, announced in a channel. Each person's last answer before the start counts, whoever
 * repeats it; seats are counted in the same transaction, so that they never go beyond what there is.
 */
export { placesOf, sheetOf, whenWords } from './cards.ts'
export type { DirectionUsecases } from './direction-usecases.ts'
export {
  type Answer,
  hasBegun,
  isToCome,
  type Stage,
  seatsLeft,
  stageOf,
  type Workshop,
  type WorkshopSeen,
} from './domain.ts'
export type { DoorUsecases } from './door-usecases.ts'
export type { OversightUsecases } from './oversight-usecases.ts'
export type { ReminderUsecases } from './reminder-usecases.ts'
export type { TableUsecases } from './table-usecases.ts'
export { type WorkshopStore, type WorkshopUsecases, workshopUsecases } from './usecases.ts'
