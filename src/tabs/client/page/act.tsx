import { useState } from 'react'
import { type Failure, failureOf } from '../api/failure.ts'
import { failureText } from '../words/failure-text.ts'
import { useGround } from './ground.tsx'
import { Notice } from './notice.tsx'

export type ActState = {
  readonly busy: boolean
  /** What runs is on screen already: nobody is shown that it still runs. */
  readonly ahead: boolean
  readonly failure?: Failure
  /**
   * Does `act`, then says `done`, or what `done` makes of the answer. `ahead`: it is shown before the server has it, and
   * taken back if refused. Resolves with whether it went through; a second press while busy is dropped.
   */
  readonly run: <T>(
    act: () => Promise<T>,
    done: string | ((answer: T) => string),
    ahead?: boolean,
  ) => Promise<boolean>
}

const STILL = { busy: false, ahead: false }

/** One act at a time, and why the last one failed. */
export function useAct(): ActState {
  const { announce } = useGround()
  const [state, setState] = useState<Omit<ActState, 'run'>>(STILL)
  const run: ActState['run'] = async (act, done, ahead = false) => {
    if (state.busy) return false
    setState({ busy: true, ahead })
    try {
      const answer = await act()
      setState(STILL)
      announce(typeof done === 'string' ? done : done(answer))
      return true
    } catch (thrown) {
      setState({ ...STILL, failure: failureOf(thrown) })
      return false
    }
  }
  return { ...state, run }
}

/** Why the act was not done, beside the button that asked for it. */
export function ActFailure({ act: { failure } }: { act: ActState }) {
  const { speech } = useGround()
  if (!failure) return null
  return (
    <Notice tone={failure.kind === 'refusal' ? 'warning' : 'danger'}>
      {failureText(failure, speech, 'act')}
    </Notice>
  )
}
