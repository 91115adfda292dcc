import { useState } from 'react'
import type { Visibility } from '../../contract/commitments.ts'
import { mintNonce } from '../api/nonce.ts'
import { useAct } from '../page/act.tsx'
import { useDesk } from '../page/desk.tsx'
import { horizonName, monthEnds } from '../words/days.ts'
import { lengthOf } from '../words/length.ts'
import { AxisField } from './axis-field.tsx'
import type { Finish } from './dialogs.tsx'
import { useDraft } from './draft.ts'
import { focusFirstInvalid } from './focus.ts'
import { Frame } from './frame.tsx'
import { HorizonField } from './horizon-field.tsx'
import type { DialogRequest } from './request.ts'
import { LIMIT, TextField } from './text-field.tsx'
import { VisibilityField } from './visibility-field.tsx'

type Props = { readonly request: Extract<DialogRequest, { kind: 'commit' }>; readonly finish: Finish }

type Typed = {
  readonly axis: string
  readonly text: string
  readonly horizon: string
  readonly visibility: Visibility
}

/** « À quoi vous engagez-vous ? » */
export function CommitDialog({ request, finish }: Props) {
  const { speech, acts, programme } = useDesk()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const begun: Typed = {
    axis: request.axis ?? '',
    text: request.idea?.text ?? '',
    horizon: monthEnds(programme.today, 2)[1] ?? programme.today,
    visibility: 'me',
  }
  const draft = useDraft(`commit:${request.axis ?? ''}:${request.idea?.id ?? ''}`, begun)
  const { axis, text, horizon, visibility } = draft.value
  const complete = axis !== '' && lengthOf(text) > 0 && lengthOf(text) <= LIMIT && horizon >= programme.today
  const send = async () => {
    setTried(true)
    if (!complete) return focusFirstInvalid()
    const idea = request.idea ? { idea: request.idea.id } : {}
    let made = ''
    const take = async () => {
      made = (await acts.commit({ nonce, axis, text, horizon, visibility, ...idea })).id
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
      <AxisField value={axis} onChange={axis => draft.change({ axis })} tried={tried} />
      <TextField
        label={speech.say('commit.text')}
        value={text}
        onChange={text => draft.change({ text })}
        tried={tried}
      />
      <HorizonField value={horizon} onChange={horizon => draft.change({ horizon })} tried={tried} />
      <VisibilityField value={visibility} onChange={visibility => draft.change({ visibility })} />
      <p className="quiet">{speech.say('commit.rules')}</p>
    </Frame>
  )
}
