/**
 * What somebody writes in their chat and is no command is kept for a day, for them alone, and offered on one card: an idea, a
 * commitment, a search. Nothing is published before a press. Where it speaks of distress or harassment, nothing is kept or
 * offered but whom to turn to.
 */
export type { UtteranceUsecases } from './utterance/usecases.ts'
