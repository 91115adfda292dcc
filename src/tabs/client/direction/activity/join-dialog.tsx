import { useFocusFinders } from '@fluentui/react-components'
import { useState } from 'react'
import type { CommitmentVisibilityView, SharedCommitmentView } from '../../../contract/commitments.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { HorizonField } from '../../parts/commitments/horizon-field.tsx'
import { VisibilityField } from '../../parts/commitments/visibility-field.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useSession } from '../../parts/page/context.tsx'
import { horizonName, usualHorizon } from '../../parts/words/days.ts'
import { useDirectionTab } from '../reading/context.tsx'

type Finish = (id?: string) => void
type FormProps = { readonly commitment: SharedCommitmentView; readonly finish: Finish }

/** « Moi aussi »: the same words, with a horizon and a visibility of one's own. */
function MeTooForm({ commitment, finish }: FormProps) {
  const { translator, programme } = useSession()
  const { acts } = useDirectionTab()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const [horizon, setHorizon] = useState(() => usualHorizon(programme.today))
  const [visibility, setVisibility] = useState<CommitmentVisibilityView>('me')
  const send = async () => {
    setTried(true)
    if (horizon < programme.today) return focusFirstInvalid()
    const date = horizonName(horizon, programme.today, translator)
    const join = () => acts.meToo(commitment.id, { nonce, horizon, visibility })
    if (await act.run(join, translator.say('tab.commit.taken', { date }))) finish(`joined-${commitment.id}`)
  }
  return (
    <Frame
      title={translator.say('commit.me.too')}
      close={() => finish()}
      submit={{ word: translator.say('commit.take'), act, send: () => void send() }}
    >
      <div>
        <p className="words">{commitment.text}</p>
        <p className="quiet">{translator.say('direction.join.after', { name: commitment.author })}</p>
      </div>
      <HorizonField value={horizon} onChange={setHorizon} tried={tried} />
      <VisibilityField value={visibility} onChange={setVisibility} />
    </Frame>
  )
}

type Props = { readonly commitment: SharedCommitmentView | undefined; readonly finish: Finish }

export default function JoinDialog({ commitment, finish }: Props) {
  // Holds Fluent's focus engine between dialogs: see personal/home/dialogs.tsx.
  useFocusFinders()
  return commitment ? <MeTooForm commitment={commitment} finish={finish} /> : null
}
