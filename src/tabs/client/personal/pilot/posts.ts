import type { Translator } from '../../parts/words/translator.ts'
import { workshopProposal } from '../../parts/workshops/post-proposal.ts'
import type { PostRequest } from './publish-act.tsx'
import type { WeekAct } from './week-actions.ts'

/** The form of a post about it, filled with the words that the bot proposes in the chat. */
export function postRequest(
  direction: string,
  act: Exclude<WeekAct, { kind: 'ideas' }>,
  translator: Translator,
): PostRequest {
  const { say, shortDay, time } = translator
  if (act.kind === 'ballot') {
    const { question, closesAt } = act.ballot
    const draft = say('post.ballot', { date: shortDay(closesAt), time: time(closesAt) })
    return { kind: 'post', direction, thing: 'ballot', of: act.id, draft, question }
  }
  return { kind: 'post', ...workshopProposal(direction, act.workshop, translator) }
}
