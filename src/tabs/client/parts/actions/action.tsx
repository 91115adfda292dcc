import { useState } from 'react'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { Notice } from '../notices/notice.tsx'
import type { Confirmation } from '../page/confirmation.tsx'
import { useSession } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'

type Said = string | Confirmation

export type ActState = {
  readonly busy: boolean
  /** Optimistic: its result is on screen already, so no progress is shown. */
  readonly ahead: boolean
  readonly failure?: Failure
  /**
   * Runs `act`, then announces `done`, or what `done` makes of the answer, and shows it as a confirmation where it is
   * more than a text. `ahead`: optimistic, undone if refused.
   * @returns whether it was done
   */
  readonly run: <T>(
    act: () => Promise<T>,
    done: Said | ((answer: T) => Said),
    ahead?: boolean,
  ) => Promise<boolean>
  /** Why the last one failed is not shown any more. */
  readonly forget: () => void
}

const STILL = { busy: false, ahead: false }

/** Runs one act at a time, and keeps the last failure. */
export function useAct(): ActState {
  const { announce, confirm } = useSession()
  const [state, setState] = useState<Omit<ActState, 'run' | 'forget'>>(STILL)
  const run: ActState['run'] = async (act, done, ahead = false) => {
    if (state.busy) return false
    setState({ busy: true, ahead })
    confirm(undefined)
    try {
      const answer = await act()
      setState(STILL)
      const said = typeof done === 'function' ? done(answer) : done
      if (typeof said !== 'string') confirm(said)
      announce(typeof said === 'string' ? said : said.text)
      return true
    } catch (thrown) {
      setState({ ...STILL, failure: failureOf(thrown) })
      return false
    }
  }
  return { ...state, run, forget: () => setState(STILL) }
}

/** Why the act was not done, beside the button that asked for it. */
export function ActFailure({ act: { failure } }: { act: ActState }) {
  const { translator } = useSession()
  if (!failure) return null
  return (
    <Notice tone={failure.kind === 'refusal' ? 'warning' : 'danger'}>
      {failureText(failure, translator, 'act')}
    </Notice>
  )
}
