import { Button } from '@fluentui/react-components'
import { useSession } from '../../parts/page/context.tsx'
import { useTrialTab } from '../trial/context.tsx'

/** « Préparer un essai », for who carries the initiative; after « ajuster » the trial itself asks for the next. */
export function PlanButton() {
  const { translator, acting } = useSession()
  const { trials, open } = useTrialTab()
  if (!acting || !trials?.mayPlan || trials.current || trials.past[0]?.decision?.kind === 'adjust')
    return null
  return <Button onClick={() => open({ kind: 'plan' })}>{translator.say('trial.tab.plan')}</Button>
}
