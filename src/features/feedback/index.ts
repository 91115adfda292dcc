/**
 * What those who were at a workshop say of it: a rating and a sentence, once, apart from who they are. Nothing is read
 * before nobody answers any more, nor of fewer than five; then nobody knows who answered either.
 */
export { type FeedbackStore, type FeedbackUsecases, feedbackUsecases } from './usecases.ts'
