import { useState } from 'react'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { horizonName, usualHorizon } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'
import { CommitFields, isSaid, type TypedCommitment } from './commit-fields.tsx'

type Props = { readonly request: Extract<DialogRequest, { kind: 'commit' }>; readonly finish: Finish }

/** « À quoi vous engagez-vous ? » */
export function CommitDialog({ request, finish }: Props) {
  const { translator, acts, programme } = usePersonalTab()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const begun: TypedCommitment = {
    axis: request.axis ?? '',
    text: request.idea?.text ?? '',
    horizon: usualHorizon(programme.today),
    visibility: 'me',
  }
  const draft = useDraft(`commit:${request.axis ?? ''}:${request.idea?.id ?? ''}`, begun)
  const { horizon } = draft.value
  const send = async () => {
    setTried(true)
    if (!isSaid(draft.value) || horizon < programme.today) return focusFirstInvalid()
    const idea = request.idea ? { idea: request.idea.id } : {}
    let made = ''
    const take = async () => {
      made = (await acts.commit({ nonce, ...draft.value, ...idea })).id
    }
    const date = horizonName(horizon, programme.today, translator)
    if (!(await act.run(take, translator.say('tab.commit.taken', { date })))) return
    draft.reset()
    finish(`commitment-${made}`)
  }
  return (
    <Frame
      title={translator.say('commit.title')}
      close={() => finish()}
      draft={draft}
      submit={{ word: translator.say('commit.take'), act, send: () => void send() }}
    >
      <CommitFields value={draft.value} change={draft.change} tried={tried} begins={begun.axis !== ''} />
      <p className="quiet">{translator.say('commit.rules')}</p>
    </Frame>
  )
}
