import { useId, useRef } from 'react'
import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useTrialTab } from './context.tsx'
import { firstActOf } from './texts.ts'

/** « J’essaie », with what it shows of me said before; then that I do, and the way out. */
export function Trying({ trial }: { trial: TrialView }) {
  const { translator, acting } = useSession()
  const { say } = translator
  const { acts, sheet } = useTrialTab()
  const act = useAct()
  const place = useRef<HTMLDivElement>(null)
  const rules = useId()
  const over = trial.state === 'decided'
  if (!acting || (over && !trial.trying)) return null
  const press = (trying: boolean) => {
    const done = say(trying ? 'trial.tab.try.done' : 'trial.tab.leave.done')
    void act.run(() => acts.tryIt(trial, trying), done, true)
    // The button is replaced at once by what it led to.
    place.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields in it, and the focus stays in it when its button goes
    <div className="trial-trying" ref={place} tabIndex={-1} role="group" aria-label={say('trial.tab.try')}>
      {trial.trying ? (
        <div className="acts">
          <StateBadge tone="good">{say(over ? 'trial.tab.tried.me' : 'trial.tab.trying')}</StateBadge>
          <ActButton act={act} appearance="subtle" onPress={() => press(false)}>
            {say(over ? 'trial.tab.leave.decided' : 'trial.tab.leave')}
          </ActButton>
        </div>
      ) : (
        <>
          <ActButton
            act={act}
            appearance={firstActOf(trial) === 'try' ? 'primary' : 'secondary'}
            aria-label={actName(translator, 'trial.tab.try', sheet.title)}
            aria-describedby={rules}
            onPress={() => press(true)}
          >
            {say('trial.tab.try')}
          </ActButton>
          <p className="quiet" id={rules}>
            {say('trial.tab.try.rules')}
          </p>
        </>
      )}
      <ActFailure act={act} />
    </div>
  )
}
