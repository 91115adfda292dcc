import { useState } from 'react'
import type { CommitmentVisibilityView, SharedCommitmentView } from '../../../contract/commitments.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { type ActState, useAct } from '../../parts/actions/action.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { horizonName, usualHorizon } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type Draft = {
  readonly near: SharedCommitmentView
  readonly nonce: string
  readonly horizon: string
  readonly visibility: CommitmentVisibilityView
}
export type Joining = {
  /** What is being joined, and how; undefined while nothing is. */
  readonly draft: Draft | undefined
  readonly tried: boolean
  readonly act: ActState
  readonly begin: (near: SharedCommitmentView) => void
  readonly change: (part: Partial<Pick<Draft, 'horizon' | 'visibility'>>) => void
  readonly leave: () => void
  readonly send: () => Promise<void>
}

/** « Moi aussi »: takes up a colleague's commitment. `joined` is called once it is done. */
export function useJoining(joined: (near: SharedCommitmentView) => void): Joining {
  const { translator, programme, acts } = usePersonalTab()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState<Draft>()
  const begin = (near: SharedCommitmentView) => {
    const horizon = usualHorizon(programme.today)
    setTried(false)
    setDraft({ near, nonce: mintNonce(), horizon, visibility: 'me' })
  }
  const send = async () => {
    setTried(true)
    if (!draft || draft.horizon < programme.today) return focusFirstInvalid()
    const { near, ...input } = draft
    const date = horizonName(draft.horizon, programme.today, translator)
    if (!(await act.run(() => acts.meToo(near.id, input), translator.say('tab.commit.taken', { date }))))
      return
    setDraft(undefined)
    joined(near)
  }
  return {
    draft,
    tried,
    act,
    begin,
    change: part => setDraft(now => now && { ...now, ...part }),
    leave: () => setDraft(undefined),
    send,
  }
}
