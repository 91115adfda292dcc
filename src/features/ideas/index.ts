/**
 * A micro-idea is kept the moment it is sent, in its author's own words, and never lost for want of an axis; its author
 * takes it back within ten minutes. Everybody may support it, withdraw and comment; who answers for its Direction answers.
 * What stands in a channel shows no count and nobody's choice; its author and supporters are written to once for each step of its life,
 * and an author who chose so is named to nobody.
 */

export type { Parting } from './erasure/usecases.ts'
export type { Idea, IdeaSeen } from './idea/domain.ts'
export type { IdeaState, Step } from './idea/state.ts'
export { reasonOf } from './idea/state.ts'
export type { Stepping } from './idea/state-usecases.ts'
export { type IdeaStore, type IdeaUsecases, ideaUsecases } from './idea/usecases.ts'
export type { ExportedFrom, ExportedIdea, ExportedIdeas } from './register/export.ts'
