import type { OwnStepView, StepAskedView, StepInput } from '../../../contract/next-steps.ts'
import type { Call } from '../api/call.ts'
import { pathTo } from '../store/lists.ts'
import { tellChanged } from '../stream/changes.ts'

/**
 * What a person can do about next steps, wherever they stand. Each resolves with the step as the server then holds it, and has
 * the page read again what shows steps. @throws Failure
 */
export function stepActs(call: Call) {
  const told = <T>(answer: T): T => {
    tellChanged(['ideas'])
    return answer
  }
  const at = (id: string, act: string) => pathTo('/steps', id, act)
  const send = (method: 'POST' | 'PUT', path: string, body: unknown) =>
    call<OwnStepView>(method, path, body).then(told)
  return {
    write: (input: StepInput) => send('POST', '/steps', input),
    /** Null: nobody is asked any more. */
    ask: (id: string, person: string | null) =>
      call<StepAskedView>('PUT', at(id, 'asked'), { person }).then(told),
    /** Accepted, it is theirs. */
    async accept(id: string, named: boolean): Promise<OwnStepView> {
      await call('POST', at(id, 'answer'), { accept: true, named })
      return told(await call<OwnStepView>('GET', `/steps/${encodeURIComponent(id)}`))
    },
    /** Declined, it is not theirs to see. */
    decline: (id: string) => call<unknown>('POST', at(id, 'answer'), { accept: false }).then(told),
    take: (id: string, named: boolean) => send('POST', at(id, 'take'), { named }),
    giveBack: (id: string) => send('POST', at(id, 'back'), {}),
    setState: (id: string, state: 'kept' | 'promised') => send('PUT', at(id, 'state'), { state }),
    move: (id: string, due: string) => send('PUT', at(id, 'due'), { due }),
    drop: (id: string, word: string) => send('POST', at(id, 'drop'), { word }),
    showName: (id: string, named: boolean) => send('PUT', at(id, 'name'), { named }),
  }
}
export type StepActs = ReturnType<typeof stepActs>
