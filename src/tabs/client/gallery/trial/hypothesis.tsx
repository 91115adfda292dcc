import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { hypothesisText, placeText, RHYTHM_WORDS, whenText } from './texts.ts'

/** « Si nous …, alors … », what changes since the one before, where and when. */
export function Hypothesis({ trial }: { trial: TrialView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const asks = trial.measures.some(({ kind }) => kind === 'question') && !trial.decision
  return (
    <div className="trial-hypothesis">
      <p className="words">{hypothesisText(trial, translator)}</p>
      {trial.change && <p>{say('trial.tab.changes', { change: trial.change })}</p>}
      <FactLine
        of={[
          whenText(trial, programme.today, translator),
          placeText(trial, programme, translator),
          asks && say(RHYTHM_WORDS[trial.rhythm]),
        ]}
      />
    </div>
  )
}
