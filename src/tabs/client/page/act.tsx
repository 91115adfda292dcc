import { useState } from 'react'
import { type Failure, failureOf } from '../api/failure.ts'
import { failureText } from '../words/failure-text.ts'
import { useGround } from './ground.tsx'
import { Notice } from './notice.tsx'

export type ActState = {
  readonly busy: boolean
  readonly failure?: Failure
  /** Does `act`, then says `done`, or what `done` makes of the answer. Resolves with whether it went through; a second press while busy is dropped. */
  readonly run: <T>(act: () => Promise<T>, done: string | ((answer: T) => string)) => Promise<boolean>
}

/** One act at a time, and why the last one failed. Nothing changes on screen before the server has it. */
export function useAct(): ActState {
  const { announce } = useGround()
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false })
  const run: ActState['run'] = async (act, done) => {
    if (state.busy) return false
    setState({ busy: true })
    try {
      const answer = await act()
      setState({ busy: false })
      announce(typeof done === 'string' ? done : done(answer))
      return true
    } catch (thrown) {
      setState({ busy: false, failure: failureOf(thrown) })
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
