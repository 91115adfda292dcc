/**
 * Only the rules: whom to remind of what, when, and when to stay silent. What they tell goes out through messages,
 * and is looked at again right before.
 */
export type { NudgeUsecases } from './rules/usecases.ts'
