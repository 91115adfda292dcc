/**
 * The end of a programme: what is still open, in a list that empties; closing, after which nothing new comes in and everything
 * can be read; and an archive without personal data that is read without us. Closing erases nothing, and retention runs on.
 */
export type { Closing } from './domain.ts'
