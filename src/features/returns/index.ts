/**
 * What one touched and moved, told once a week at most: one thing on its own card, several in rows of one, each
 * of which opens it. `messages` gathers the moves; each feature says of its own whether it is so still.
 */
export type { Move } from './domain.ts'
