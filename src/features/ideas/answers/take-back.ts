import { MINUTE } from '../../../kernel/time/clock.ts'
import type { Idea } from '../idea/domain.ts'
import type { Pending } from '../idea/pending.ts'

/** Undo window of decisions and answers, in milliseconds: nobody else is notified before it is over. */
export const TELL_AFTER = 10 * MINUTE

/**
 * Timestamp of what is done now (ms): strictly after all that was done to the idea before, even if the clock went back.
 */
export function momentAfter(idea: Idea, rows: readonly Pending[], now: number): number {
  const before = [idea.decision?.at ?? 0, idea.answer?.at ?? 0, ...rows.map(({ at }) => at)]
  return Math.max(now, 1 + Math.max(...before))
}
