import { useState } from 'react'
import { mintNonce } from '../api/nonce.ts'
import { useAct } from '../page/act.tsx'
import { useDesk } from '../page/desk.tsx'
import { horizonName, usualHorizon } from '../words/days.ts'
import { CommitFields, isSaid, type Typed } from './commit-fields.tsx'
import type { Finish } from './dialogs.tsx'
import { useDraft } from './draft.ts'
import { focusFirstInvalid } from './focus.ts'
import { Frame } from './frame.tsx'
import type { DialogRequest } from './request.ts'

type Props = { readonly request: Extract<DialogRequest, { kind: 'commit' }>; readonly finish: Finish }

/** « À quoi vous engagez-vous ? » */
export function CommitDialog({ request, finish }: Props) {
  const { speech, acts, programme } = useDesk()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const begun: Typed = {
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
    const date = horizonName(horizon, programme.today, speech)
    if (!(await act.run(take, speech.say('tab.commit.taken', { date })))) return
    draft.reset()
    finish(`commitment-${made}`)
  }
  return (
    <Frame
      title={speech.say('commit.title')}
      close={() => finish()}
      draft={draft}
      submit={{ word: speech.say('commit.take'), act, send: () => void send() }}
    >
      <CommitFields value={draft.value} change={draft.change} tried={tried} begins={begun.axis !== ''} />
      <p className="quiet">{speech.say('commit.rules')}</p>
    </Frame>
  )
}
