import type { OwnStepView } from '../../../tabs/contract/next-steps.ts'
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
