import { z } from 'zod'
import { DAY } from '../../../kernel/time/clock.ts'
import { day, distinct, endsAfter, faulty, freeId, icon, id, inBoth } from './texts.ts'

const phase = z
  .strictObject({
    id: id.meta({ description: 'Names the phase for ever; never shown', examples: ['explorer'] }),
    title: inBoth(40).meta({ examples: [{ fr: 'Explorer', en: 'Explore' }] }),
    icon,
    from: day('2026-10-01'),
    until: day('2027-02-28'),
  })
  .superRefine(endsAfter())

type Span = { readonly from: string; readonly until: string }

function inOrder(phases: readonly Span[], context: z.RefinementCtx): void {
  for (const [index, { from }] of phases.entries()) {
    const before = phases[index - 1]
    if (!before || from > before.until) continue
    const next = new Date(Date.parse(`${before.until}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
    context.addIssue(faulty([index, 'from'], 'phase-early', {}, next))
  }
}

export const phases = z
  .array(phase)
  .min(1)
  .max(6)
  .superRefine(distinct('id', freeId))
  .superRefine(inOrder)
  .meta({ description: 'First and last day of each, one after the other, no day in two of them' })
