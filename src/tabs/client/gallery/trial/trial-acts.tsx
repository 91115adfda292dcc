import { Button } from '@fluentui/react-components'
import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { type MenuAct, MenuActs } from '../../parts/actions/menu-acts.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { type TrialRequest, useTrialTab } from './context.tsx'
import { PrintButton } from './print-button.tsx'

/** What who carries it seldom does with it. */
function useMenu(trial: TrialView): readonly MenuAct[] {
  const { say } = useSession().translator
  const { open } = useTrialTab()
  const to = (word: string, request: TrialRequest): MenuAct => ({
    word,
    press: button => open(request, button),
  })
  const { state, mine, mayDecide } = trial
  return [
    ...(mine && state !== 'decided' ? [to(say('trial.tab.change'), { kind: 'change', trial })] : []),
    ...(mine && state === 'planned' ? [to(say('trial.tab.drop'), { kind: 'drop', trial })] : []),
    ...(mayDecide && state === 'running' ? [to(say('trial.tab.stop'), { kind: 'decide', trial })] : []),
  ]
}

/** The acts on a trial itself, at its foot. */
export function TrialFoot({ trial }: { trial: TrialView }) {
  const { acting } = useSession()
  const { sheet } = useTrialTab()
  const acts = useMenu(trial)
  return (
    <div className="acts">
      <PrintButton trial={trial} />
      {acting && acts.length > 0 && <MenuActs name={sheet.title} word="trial.tab.more" acts={acts} />}
    </div>
  )
}

/** On its last day and after: who decides is asked to, others read that it is to come. */
export function DecisionCall({ trial }: { trial: TrialView }) {
  const { translator, acting } = useSession()
  const { open, sheet } = useTrialTab()
  const { say } = translator
  const unled = sheet.owner === undefined
  if (trial.decision) return null
  if (trial.state !== 'due') return unled ? <p className="quiet">{say('trial.tab.unled')}</p> : null
  return (
    <div className="trial-call">
      <p>{say(acting && trial.mayDecide ? 'trial.tab.decide.ask' : 'trial.tab.decide.coming')}</p>
      {unled && <p className="quiet">{say('trial.tab.unled')}</p>}
      {acting && trial.mayDecide && (
        <Button appearance="primary" onClick={() => open({ kind: 'decide', trial })}>
          {say('trial.card.decide')}
        </Button>
      )}
    </div>
  )
}
