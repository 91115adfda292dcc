/**
 * A micro-idea is kept the moment it is sent, in its author's own words, and never lost for want of an axis; its author
 * takes it back within ten minutes. Everybody may support it, withdraw and comment; who answers for its Direction answers.
 * What stands in a channel shows no count and nobody's choice; its author and supporters are written to once for each step of its life,
 * and an author who chose so is named to nobody.
 */

import type { IdeaInitiativeUsecases } from './answers/initiative-usecases.ts'
import type { PendingUsecases } from './answers/take-back-usecases.ts'
import type { AnswerUsecases } from './answers/usecases.ts'
import type { BoxUsecases } from './boxes/usecases.ts'
import type { CommentUsecases } from './comments/usecases.ts'
import type { IdeaErasureUsecases } from './erasure/usecases.ts'
import type { HarvestReadingUsecases } from './harvest/reading-usecases.ts'
import type { Idea, Submittable } from './idea/domain.ts'
import type { Steps } from './idea/state-usecases.ts'
import type { IdeaQueries } from './idea/usecases.ts'
import type { SearchUsecases } from './register/search-usecases.ts'
import type { RetrievalUsecases } from './retrieval/usecases.ts'
import type { SimilarUsecases } from './similarity/usecases.ts'
import type { SubmissionUsecases } from './submission/usecases.ts'
import type { SummaryUsecases } from './summary/usecases.ts'
import type { SupportUsecases } from './support/usecases.ts'
import type { WallUsecases } from './wall/usecases.ts'

export { dueText } from './card/due-cards.ts'
export { untoldText } from './card/take-back-cards.ts'
export type { Idea, IdeaSeen } from './idea/domain.ts'
export type { IdeaState, IdeaStep } from './idea/state.ts'
export { reasonOf } from './idea/state.ts'
export type { Stepping } from './idea/state-usecases.ts'
export type { ExportedFrom, ExportedIdea, ExportedIdeas } from './register/export.ts'
export type { IdeaCount, IdeaDelay, IdeaStepCount } from './register/tally.ts'
export type { IdeaGroup, IdeaQuery, Retrieved } from './retrieval/domain.ts'
export type { VotesAt, WorkshopVote } from './summary/vote.ts'

/** Use-cases of ideas for features to the right. */
export type IdeaUsecases = Pick<
  IdeaQueries,
  'byIds' | 'top' | 'show' | 'posted' | 'seenByIds' | 'stepsOn' | 'stepSubject'
> &
  Pick<AnswerUsecases, 'answer' | 'nextWaiting' | 'submittedBetween' | 'waitingSince' | 'axesSince'> &
  Pick<PendingUsecases, 'takeBack'> &
  Pick<IdeaInitiativeUsecases, 'hold' | 'becomeInitiative' | 'redraw'> &
  Pick<HarvestReadingUsecases, 'harvesting' | 'ofTable' | 'leadingAt'> &
  Pick<IdeaErasureUsecases, 'hasChoice' | 'rewriteRows'> &
  Pick<WallUsecases, 'wall' | 'wallShown' | 'reviewFirst'> & {
    /** Where `nextWaiting` goes on from. */
    readonly waitingCursorAfter: (idea: Idea) => string
    readonly notifyFollowers: Steps['notifyFollowers']
    readonly summarisedAt: SummaryUsecases['sequelSaidAt']
    readonly support: SupportUsecases['support']
    readonly hasCommented: CommentUsecases['hasCommented']
    readonly comment: CommentUsecases['comment']
    readonly commentsFrom: CommentUsecases['commentsFrom']
    readonly submit: SubmissionUsecases['submit']
    readonly similar: SimilarUsecases['similar']
    readonly search: SearchUsecases['search']
    readonly retrieve: RetrievalUsecases['retrieve']
    /** Those whose text may go to a language model; asked before each call of one. */
    readonly submittable: Submittable
    readonly openQuestions: BoxUsecases['openQuestions']
  }
