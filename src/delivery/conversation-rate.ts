import type { Post } from '../db/index.ts'
import { createCallWindows } from '../kernel/requests/call-windows.ts'
import { HOUR, SECOND } from '../kernel/time/clock.ts'

/** Minimum interval between two edits of one card. */
const APART = 2 * SECOND

/** Time from which a message may be edited: at once after it was posted, then every 2 s. */
export function nextEdit({ edits, edited_at }: Pick<Post, 'edits' | 'edited_at'>): number {
  return edits === 0 ? edited_at : edited_at + APART
}

/**
 * Rate limits of one bot in one chat or channel: calls per span in milliseconds (Microsoft, «Optimize your bot with
 * rate limiting»). That page does not mention edits; they are counted as sends.
 */
export const DOCUMENTED = [
  [7, SECOND],
  [8, 2 * SECOND],
  [60, 30 * SECOND],
  [1_800, HOUR],
] as const

/** Rate limiter by chat or channel. */
export const createConversationRate = () => createCallWindows(DOCUMENTED)
export type ConversationRate = ReturnType<typeof createConversationRate>
