/**
 * A micro-idea is kept the moment it is sent, in its author's own words, and never lost for want of an axis.
 * Everybody may support it and withdraw; the figures beside it are those of the people and Directions that do.
 * What stands in a channel shows totals only; nobody is written to in private because of an idea.
 */
export type { Idea } from './domain.ts'
export { type IdeaStore, type IdeaUsecases, ideaUsecases } from './usecases.ts'
