/**
 * Sentences and headings of a language model, each on the texts that it stands on, and its wording of one text: what code
 * cannot find in these is dropped.
 * Nothing here chooses, acts or publishes, and nothing is kept. None where no model is set up.
 */
export type { SentenceFault } from './faults.ts'
export type { RewordingUsecases } from './rewording-usecases.ts'
export type { GroundedHeading, GroundedPoint, GroundingUsecases } from './usecases.ts'
