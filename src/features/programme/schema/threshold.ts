import { z } from 'zod'
import { isBehind, OWED_BY, type Threshold } from '../programme/threshold.ts'
import { faulty } from './texts.ts'

const EXAMPLE = { supports: 30, directions: 3, days: 30, by: 'direction' } as const

const threshold = z
  .strictObject({
    supports: z
      .int()
      .min(2)
      .max(100_000)
      .meta({
        description: 'Supports that an idea has, its author’s included',
        examples: [EXAMPLE.supports],
      }),
    directions: z
      .int()
      .min(2)
      .max(200)
      .optional()
      .meta({ description: 'From so many Directions at least', examples: [EXAMPLE.directions] }),
    days: z
      .int()
      .min(1)
      .max(365)
      .meta({ description: 'Days within which it is answered', examples: [EXAMPLE.days] }),
    by: z
      .enum(OWED_BY)
      .default('lab')
      .meta({
        description: 'Who owes the answer: the idea’s Direction, or the Lab’',
        examples: [EXAMPLE.by],
      }),
  })
  .superRefine(({ supports, directions = 0 }, context) => {
    if (directions <= supports) return
    context.addIssue(faulty(['directions'], 'threshold-few', { supports: String(supports) }, supports))
  })
  .meta({ examples: [EXAMPLE] })

/** A clock starts at the first threshold reached and is never moved, so one that is reached later has no effect. */
function hasEffect(thresholds: readonly Threshold[], context: z.RefinementCtx): void {
  for (const [index, one] of thresholds.entries()) {
    const ahead = thresholds.findIndex(
      (other, at) => at !== index && isBehind(one, other) && !(isBehind(other, one) && index < at),
    )
    if (ahead < 0) continue
    const supports = Math.max(2, (thresholds[ahead]?.supports ?? 0) - 1)
    context.addIssue(faulty([index], 'threshold-behind', { number: String(ahead + 1) }, { ...one, supports }))
  }
}

const inOrder = (one: Threshold, other: Threshold) =>
  one.supports - other.supports || (one.directions ?? 0) - (other.directions ?? 0)

export const thresholds = z
  .array(threshold)
  .max(5)
  .superRefine(hasEffect)
  .transform(list => list.toSorted(inOrder))
  .default([])
  .meta({ description: 'Numbers of supports that oblige to answer an idea; the first one reached counts' })
