import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { useSynthesis } from './synthesis-context.ts'

/** Asks before what everybody reads is taken from them. */
export default function WithdrawDialog({ finish }: { finish: () => void }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { axis, send: sendSynthesis } = useSynthesis()
  const act = useAct()
  const title = axisOf(programme, axis)?.title ?? ''
  const send = async () => {
    const done = { text: say('synthesis.page.withdraw.done'), about: title }
    if (await act.run(() => sendSynthesis('POST', '/syntheses/withdraw', { axis }), done)) finish()
  }
  return (
    <Frame
      title={say('synthesis.page.withdraw.title', { axis: title })}
      close={finish}
      submit={{ word: say('synthesis.page.withdraw'), act, send: () => void send() }}
    >
      <p>{say('synthesis.page.withdraw.means')}</p>
    </Frame>
  )
}
