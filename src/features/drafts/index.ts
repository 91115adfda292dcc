/**
 * What may hinder a text before it is sent, found by rules: an idea's, or a question's. Advice, never a refusal. Where a
 * model is set up, another wording, which its author takes or leaves. Nothing is kept, and nothing is sent for them.
 */
export type { DraftUsecases } from './usecases.ts'
