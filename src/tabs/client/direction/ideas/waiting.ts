import type { IdeaView } from '../../../contract/ideas/ideas.ts'

/** Whether an answer or decision is awaited; pending ones count as awaited until published. */
export function isWaiting({ state }: Pick<IdeaView, 'state'>): boolean {
  return state === 'received' || state === 'studied'
}

/** Ideas that this Direction owes an answer first, the earliest day first. */
export function byDue(one: IdeaView['due'], other: IdeaView['due']): number {
  const dayOf = (due: IdeaView['due']) => (due?.direction === undefined ? '9999' : due.on)
  return dayOf(one).localeCompare(dayOf(other))
}
