/**
 * A question in plain words becomes filters and words to search for, said back; the rows are those that each feature shows to
 * who asks, whole without a model; with one, up to three sentences above them. Nothing of a question is kept, nothing is done before a press.
 */
export { type AskAgain, foundPart, openingRow } from './cards.ts'
export { type Answer, QUESTION_LENGTH } from './domain.ts'
export { lookingInput } from './looking.ts'
export type { AskingUsecases, Looking } from './usecases.ts'
export type { WrittenUsecases } from './written-usecases.ts'
