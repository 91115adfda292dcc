/**
 * Sentences on the ideas of an axis, each standing on one to eight of them: written by people or proposed by a model, checked by
 * code at each reading, decided by a named person before everybody reads them. Numbers are counted by code.
 */
export type { SentenceChecks } from './sentence/checks.ts'
