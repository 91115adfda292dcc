import type { OwnStepView } from '../../../tabs/contract/next-steps.ts'
import type { NextStepSeen } from './seen.ts'

export function ownStepView(step: NextStepSeen): OwnStepView {
  const { subject, title, direction, forInitiative, word, undoUntil, ...rest } = step
  return {
    ...rest,
    subject: { kind: subject.kind, id: subject.id, title },
    ...(direction !== undefined && { direction }),
    ...(forInitiative && { forInitiative }),
    ...(word !== undefined && { word }),
    ...(undoUntil !== undefined && { undoUntil }),
  }
}
