import type { TrialDecisionView, TrialView } from '../../../contract/initiatives/trials.ts'
import { useSession } from '../../parts/page/context.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { placeText } from './texts.ts'

const WORDS = {
  generalise: 'trial.tab.decision.generalise',
  adjust: 'trial.tab.decision.adjust',
  stop: 'trial.tab.decision.stop',
} as const

/** « Décision du 14 juin : généraliser, dans 3 Directions. » */
export function useDecisionText({ kind, on, directions }: TrialDecisionView): string {
  const { translator, programme } = useSession()
  const date = plainDay(on, programme.today, translator)
  const where = placeText({ directions, site: '' }, programme, translator)
  return translator.say(WORDS[kind], { date, where })
}

/** What was decided, why, and what was learnt: the same of all three ends. */
export function Decided({ trial: { decision } }: { trial: TrialView }) {
  return decision ? <Decision decision={decision} /> : null
}

function Decision({ decision }: { decision: TrialDecisionView }) {
  const { say } = useSession().translator
  const text = useDecisionText(decision)
  return (
    <div className="trial-decision">
      <p className="words">{text}</p>
      <h3>{say('trial.decision.why')}</h3>
      <p className="prose">{decision.why}</p>
      <h3>{say('trial.decision.learnt')}</h3>
      <p className="prose">{decision.learnt}</p>
    </div>
  )
}
