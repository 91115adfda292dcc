import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { TrialReplies } from './reply-handlers.ts'

/** Reading a trial. */
export function trialVerbs({ latestOf }: TrialReplies): Readonly<Record<string, Verb>> {
  return { 'trials.show': latestOf }
}
