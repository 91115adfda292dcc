import { useState } from 'react'
import type { ChangeInput, CommitmentView } from '../../../contract/commitments.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'
import { CommitFields, isSaid, type TypedCommitment } from './commit-fields.tsx'

/** Changed fields only, so that another device's change of the others is kept. */
function changeOf(
  was: CommitmentView,
  { axis, text, horizon, visibility }: TypedCommitment,
): Omit<ChangeInput, 'nonce'> {
  return {
    ...(axis !== was.axis && { axis }),
    ...(text !== was.text && { text }),
    ...(horizon !== was.horizon && { horizon }),
    ...(visibility !== was.visibility && { visibility }),
  }
}

type Props = { readonly commitment: CommitmentView; readonly finish: Finish }

/** « Modifier votre engagement »: its words, axis, horizon, and who may see it. */
export function ChangeDialog({ commitment, finish }: Props) {
  const { translator, acts, programme } = usePersonalTab()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [was] = useState(commitment)
  const [tried, setTried] = useState(false)
  const { id, axis, text, horizon, state, visibility } = was
  const draft = useDraft<TypedCommitment>(`change:${id}:${visibility}`, { axis, text, horizon, visibility })
  const change = changeOf(was, draft.value)
  const send = async () => {
    setTried(true)
    const past = change.horizon !== undefined && change.horizon < programme.today
    if (!isSaid(draft.value) || past) return focusFirstInvalid()
    const changed = await act.run(
      () => acts.change(id, { nonce, ...change }),
      translator.say('commit.changed'),
    )
    if (!changed) return
    draft.reset()
    finish(`commitment-${id}`)
  }
  const standing = { visibility: was.visibility, ended: state !== 'taken', letGo: state === 'let-go' }
  return (
    <Frame
      title={translator.say('commit.change.title')}
      close={() => finish()}
      draft={draft}
      closeWord={translator.say('save.not')}
      submit={{ word: translator.say('save'), act, send: () => void send() }}
    >
      <CommitFields value={draft.value} change={draft.change} tried={tried} begins standing={standing} />
    </Frame>
  )
}
