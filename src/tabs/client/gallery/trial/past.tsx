import '../../parts/panels/details.css'
import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { useSession } from '../../parts/page/context.tsx'
import { Decided } from './decided.tsx'
import { Hypothesis } from './hypothesis.tsx'
import { Measures } from './measures.tsx'
import { PrintButton } from './print-button.tsx'
import { stateOf } from './texts.ts'

/** One that came before: its number and how it ended, the rest on demand. */
function Earlier({ trial }: { trial: TrialView }) {
  const { say } = useSession().translator
  const state = say(stateOf(trial).word)
  return (
    <details className="unfold">
      <summary>{say('trial.tab.past.one', { number: trial.number, state })}</summary>
      <div className="trial-past">
        <Hypothesis trial={trial} />
        <Decided trial={trial} />
        <Measures trial={trial} />
        <div className="acts">
          <PrintButton trial={trial} />
        </div>
      </div>
    </details>
  )
}

/** The trials before the one that is shown, the latest first. */
export function PastTrials({ trials }: { trials: readonly TrialView[] }) {
  if (trials.length === 0) return null
  return (
    <div className="trial-earlier">
      {trials.map(trial => (
        <Earlier key={trial.id} trial={trial} />
      ))}
    </div>
  )
}
