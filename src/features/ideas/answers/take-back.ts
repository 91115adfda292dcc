import { MINUTE } from '../../../kernel/time/clock.ts'
import type { Idea } from '../idea/domain.ts'
import type { Pending } from '../idea/pending.ts'

/** A decision and an answer can be taken back within this time; nobody else hears of them before, in milliseconds. */
export const TELL_AFTER = 10 * MINUTE

/** The moment of what is done now (ms): after all that was done to the idea before, whatever the clock says. */
export function momentAfter(idea: Idea, rows: readonly Pending[], now: number): number {
  const before = [idea.decision?.at ?? 0, idea.answer?.at ?? 0, ...rows.map(({ at }) => at)]
  return Math.max(now, 1 + Math.max(...before))
}
