import type { OwnStepView } from '../../../contract/next-steps.ts'

/** Something that may be done with a step, at once or through a form. */
export type StepAct = 'undo' | 'keep' | 'ask' | 'take' | 'unask' | 'move' | 'back' | 'name' | 'drop'
/** Those that ask for something first. */
export type StepForm = Extract<StepAct, 'ask' | 'move' | 'drop'>

/** What may be done with it, likeliest first, as its card in the chat offers it; of one that is late another day comes before. An answer to who asks comes before. */
export function actsOn(step: OwnStepView): readonly StepAct[] {
  const { state, mayTend, mayAsk, mayGiveBack, mine, askedName, undoUntil } = step
  if (step.askedOfMe) return []
  const own = mayTend && state === 'promised'
  const late = own && step.late
  const all: readonly (StepAct | false)[] = [
    undoUntil !== undefined && 'undo',
    own && 'keep',
    late && 'move',
    mayAsk && 'ask',
    state === 'proposed' && mayTend && 'take',
    askedName !== '' && 'unask',
    mayTend && !late && 'move',
    mayGiveBack && 'back',
    mine && own && 'name',
    mayTend && 'drop',
  ]
  return all.filter(act => act !== false)
}

/** Whether somebody has a hand in it: it is asked of them, or theirs to change. */
export function isActedOn(step: OwnStepView): boolean {
  return step.askedOfMe || actsOn(step).length > 0
}

/** Whether they choose if their name is shown, as they take it on. */
export function asksName(step: OwnStepView): boolean {
  return step.askedOfMe || actsOn(step).includes('take')
}

/** Holds what became of a step; undefined: it is not theirs to see any more. */
export type SettleStep = (id: string, step: OwnStepView | undefined) => void
