import type { IdeaView } from '../../../contract/ideas/ideas.ts'

/** Whether an answer or decision is still due; pending ones count as due until published. */
export function isWaiting({ state }: Pick<IdeaView, 'state'>): boolean {
  return state === 'received' || state === 'studied'
}
