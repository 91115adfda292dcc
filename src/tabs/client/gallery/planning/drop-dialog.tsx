import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useTrialTab } from '../trial/context.tsx'
import { hypothesisText } from '../trial/texts.ts'

type Props = { readonly trial: TrialView; readonly finish: (id?: string) => void }

/** « Retirer l’essai », before its first day. */
export function DropDialog({ trial, finish }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { acts, sheet } = useTrialTab()
  const act = useAct()
  const send = async () => {
    if (await act.run(() => acts.drop(trial.id), say('trial.tab.drop.done'))) finish(`initiative-${sheet.id}`)
  }
  return (
    <Frame
      title={say('trial.tab.drop')}
      close={() => finish()}
      submit={{ word: say('trial.tab.drop'), act, send: () => void send(), final: true }}
    >
      <p className="words">{hypothesisText(trial, translator)}</p>
      <p>{say('trial.tab.drop.rules')}</p>
    </Frame>
  )
}
