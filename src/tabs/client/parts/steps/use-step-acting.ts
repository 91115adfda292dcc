import { useMemo, useState } from 'react'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { stepActs } from '../../data/actions/steps.ts'
import { useAct } from '../actions/action.tsx'
import { useSession } from '../page/context.tsx'
import type { SettleStep, StepAct, StepForm } from './acts.ts'

type AtOnce = Exclude<StepAct, StepForm>

/** Acts of next steps, called from this part of the page. */
export function useStepActs() {
  const { call } = useSession()
  return useMemo(() => stepActs(call), [call])
}

/** What a press does at once, with what it then says. */
export function useStepActing(step: OwnStepView, settle: SettleStep, begun?: () => void) {
  const { translator } = useSession()
  const { say } = translator
  const acts = useStepActs()
  const act = useAct()
  const [named, setNamed] = useState(false)
  const { id, text } = step
  const sent = (work: Promise<OwnStepView>) => work.then(answer => settle(id, answer))
  const works: Readonly<Record<AtOnce, () => Promise<OwnStepView>>> = {
    undo: () => acts.setState(id, 'promised'),
    keep: () => acts.setState(id, 'kept'),
    take: () => acts.take(id, named),
    unask: () => acts.ask(id, null),
    back: () => acts.giveBack(id),
    name: () => acts.showName(id, !step.named),
  }
  const done: Readonly<Record<AtOnce, string>> = {
    undo: say('undone'),
    keep: say('step.keep.done'),
    take: say('step.take.done'),
    unask: say('step.unask.done'),
    back: say('step.back.done'),
    name: say(step.named ? 'step.name.hide.done' : 'step.name.show.done'),
  }
  const run = (which: AtOnce) => {
    begun?.()
    // Given back, it may leave the list that it stood in.
    const said = which === 'back' ? { text: done.back, about: text } : done[which]
    void act.run(() => sent(works[which]()), said)
  }
  return {
    act,
    named,
    setNamed,
    run,
    accept: () => {
      begun?.()
      void act.run(() => sent(acts.accept(id, named)), say('step.accept.done'))
    },
    decline: () =>
      void act.run(() => acts.decline(id).then(() => settle(id, undefined)), {
        text: say('step.decline.done'),
        about: text,
      }),
  }
}
export type StepActing = ReturnType<typeof useStepActing>
