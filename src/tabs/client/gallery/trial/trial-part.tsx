import './trial.css'
import { Button } from '@fluentui/react-components'
import type { InitiativeTrials, TrialView } from '../../../contract/initiatives/trials.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { StepsBlock } from '../../parts/steps/steps-block.tsx'
import { trialAnchor, useTrialTab } from './context.tsx'
import { Decided } from './decided.tsx'
import { Hypothesis } from './hypothesis.tsx'
import { TesterPart } from './look-in.tsx'
import { Measures } from './measures.tsx'
import { TrialNotes } from './notes.tsx'
import { PastTrials } from './past.tsx'
import { Testers } from './testers.tsx'
import { leadOf, stateOf } from './texts.ts'
import { DecisionCall, TrialFoot } from './trial-acts.tsx'
import { Trying } from './trying.tsx'

function Head({ trial }: { trial: TrialView }) {
  const { say } = useSession().translator
  const { word, tone } = stateOf(trial)
  return (
    <div className="trial-head">
      <h2 id={trialAnchor(trial)} tabIndex={-1}>
        {trial.number > 1 ? say('trial.tab.title.number', { number: trial.number }) : say('trial.tab.title')}
      </h2>
      <StateBadge tone={tone}>{say(word)}</StateBadge>
    </div>
  )
}

/** Of a trial that ended with « ajuster »: the next one is to be planned. */
function NextTrial({ trial, mayPlan }: { trial: TrialView; mayPlan: boolean }) {
  const { say } = useSession().translator
  const { open } = useTrialTab()
  if (!mayPlan || trial.decision?.kind !== 'adjust') return null
  return (
    <Button appearance="primary" onClick={() => open({ kind: 'plan' })}>
      {say('trial.tab.plan.next')}
    </Button>
  )
}

/** What follows of a decision; for whoever may promise it, the act as well. */
function Following({ trial }: { trial: TrialView }) {
  const { sheet } = useTrialTab()
  if (!trial.decision) return null
  const subject = { kind: 'trial', id: trial.id } as const
  return <StepsBlock subject={subject} next={trial.next ?? []} title={sheet.title} within="dialog" />
}

function Lead({ trial, trials }: { trial: TrialView; trials: InitiativeTrials }) {
  return (
    <section className="trial" aria-labelledby={trialAnchor(trial)}>
      <Head trial={trial} />
      <Hypothesis trial={trial} />
      <Decided trial={trial} />
      <Following trial={trial} />
      <NextTrial trial={trial} mayPlan={trials.mayPlan} />
      <DecisionCall trial={trial} />
      <Testers trial={trial} />
      <Trying trial={trial} />
      <TesterPart trial={trial} />
      <Measures trial={trial} />
      <TrialNotes notes={trial.notes} />
      <TrialFoot trial={trial} />
      <PastTrials trials={trials.past.filter(({ id }) => id !== trial.id)} />
    </section>
  )
}

/** « L’essai » on the sheet of an initiative: the one at present, or the latest; nothing where there was none. */
export function TrialPart() {
  const { trials, failure, retry } = useTrialTab()
  // While a release is rolled out, an instance of the one before may answer: it knows of no trials.
  if (failure && !trials && failure.code !== 'gone')
    return <StaleNotice failure={failure} loadedAt={undefined} retry={retry} />
  const trial = trials && leadOf(trials)
  return trial && trials ? <Lead key={trial.id} trial={trial} trials={trials} /> : null
}
