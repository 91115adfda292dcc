import type { NextStepView, OwnStepView } from '../../../tabs/contract/next-steps.ts'
import type { NextStepShown } from './domain.ts'
import type { NextStepSeen } from './seen.ts'

export function ownStepView(step: NextStepSeen): OwnStepView {
  const { subject, title, direction, word, undoUntil, ...rest } = step
  return {
    ...rest,
    subject: { kind: subject.kind, id: subject.id, title },
    ...(direction !== undefined && { direction }),
    ...(word !== undefined && { word }),
    ...(undoUntil !== undefined && { undoUntil }),
  }
}

/** What follows, as all may read it. */
export function nextStepViews(steps: readonly NextStepShown[]): readonly NextStepView[] {
  return steps.map(({ id, text, due, firstDue, state, by, name, word }) => ({
    id,
    text,
    due,
    firstDue,
    state,
    ...(by !== undefined && { by }),
    ...(name !== undefined && { name }),
    ...(word !== undefined && { word }),
  }))
}
