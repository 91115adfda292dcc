import type { IdeaView } from '../../../contract/ideas/ideas.ts'

/** Whether an answer or a decision is still to be given: what was given and is not published yet stands among them. */
export function isWaiting({ state }: Pick<IdeaView, 'state'>): boolean {
  return state === 'received' || state === 'studied'
}
