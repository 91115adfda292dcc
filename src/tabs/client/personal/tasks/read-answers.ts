import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { saidAt } from './tasks.ts'

const KEY = 'answers-read'

/** By idea, the moment (ms) of the last answer that was read on this device. */
function held(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

export function isRead(idea: IdeaView): boolean {
  return (held()[idea.id] ?? 0) >= saidAt(idea)
}

/** Where nothing can be kept, it is shown again at the next visit. */
export function markRead(idea: IdeaView): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...held(), [idea.id]: saidAt(idea) }))
  } catch {}
}
