import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { isWaiting } from '../ideas/waiting.ts'

/** How many of `read` this Direction owes an answer, the first day of these, and whether it is past. */
type DueAnswers = { readonly count: number; readonly on: string; readonly late: boolean }

/** Undefined where none is owed. */
export function dueAmong(read: readonly IdeaView[]): DueAnswers | undefined {
  const owed = read.filter(idea => isWaiting(idea) && idea.due?.direction !== undefined)
  const [first] = owed.flatMap(({ due }) => due ?? []).toSorted((a, b) => a.on.localeCompare(b.on))
  return first && { count: owed.length, on: first.on, late: first.late }
}
