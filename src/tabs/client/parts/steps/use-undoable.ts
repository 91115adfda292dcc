import type { OwnStepView } from '../../../contract/next-steps.ts'
import { useAhead } from '../actions/use-ahead.ts'
import { useSession } from '../page/context.tsx'

/** The step as it is now: « C’est fait » is taken back until its time is over, which is said. */
export function useUndoable(step: OwnStepView): OwnStepView {
  const { translator, announce } = useSession()
  const { undoUntil, ...rest } = step
  const ahead = useAhead(undoUntil ?? 0, () => announce(translator.say('step.undo.over')))
  return undoUntil === undefined || ahead ? step : rest
}
