import { useState } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

type Props = { readonly commitment: CommitmentView; readonly finish: Finish }

/** « Le montrer à ma Direction », of one that was kept unseen: who will see it, then one press, which can be undone. */
export function ShareDialog({ commitment: { id, text }, finish }: Props) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const send = async () => {
    const done = {
      text: say('commit.shared'),
      about: text,
      undo: () => acts.change(id, { nonce: mintNonce(), visibility: 'me' }),
    }
    if (await act.run(() => acts.change(id, { nonce, visibility: 'direction' }), done))
      finish(`commitment-${id}`)
  }
  return (
    <Frame
      title={say('commit.share')}
      close={() => finish()}
      closeWord={say('commit.share.not')}
      describedBy="share-seen"
      submit={{ word: say('commit.share'), act, send: () => void send() }}
    >
      <p className="words">{text}</p>
      <p id="share-seen">
        {say('commit.visibility.direction.see')} {say('commit.visibility.declared')}
      </p>
    </Frame>
  )
}
