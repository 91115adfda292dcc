import './trial-paper.css'
import { thingAddress } from '../../../../kernel/requests/thing-link.ts'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import type { TrialMeasureView, TrialView } from '../../../contract/initiatives/trials.ts'
import { FiguresTable } from '../../parts/charts/figures-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Paper } from '../../parts/page/paper.tsx'
import { NextSteps } from '../../parts/steps/lines.tsx'
import { useDecisionText } from './decided.tsx'
import { pointsTable, StartAndNow } from './measures.tsx'
import { betterText, hypothesisText, placeText, scaleText, stateOf, whenText } from './texts.ts'

type Props = { readonly trial: TrialView; readonly sheet: InitiativeSheet }

/** From how many values on the table says more than start and end. */
const WORTH_A_TABLE = 3
/** The latest of them: a sheet has one page. */
const MOST = 12
const ALL = 100

function Measure({ trial, measure }: { trial: TrialView; measure: TrialMeasureView }) {
  const { translator, programme } = useSession()
  const table = pointsTable(measure, programme.today, translator)
  const rows = table.rows.slice(-MOST)
  return (
    <div className="paper-measure">
      <h3>{measure.text}</h3>
      <p className="quiet">
        {betterText(measure, translator)}
        {measure.kind === 'question' && `. ${scaleText(translator)}`}
      </p>
      <StartAndNow trial={trial} measure={measure} />
      {rows.length >= WORTH_A_TABLE && (
        <FiguresTable title={measure.text} table={{ head: table.head, rows }} />
      )}
    </div>
  )
}

function DecisionOnPaper({
  trial,
  decision,
}: {
  trial: TrialView
  decision: NonNullable<TrialView['decision']>
}) {
  const { say } = useSession().translator
  const text = useDecisionText(decision)
  return (
    <section>
      <h2>{text}</h2>
      <h3>{say('trial.decision.why')}</h3>
      <p>{decision.why}</p>
      <h3>{say('trial.decision.learnt')}</h3>
      <p>{decision.learnt}</p>
      <NextSteps next={trial.next} />
    </section>
  )
}

/** « Fiche d’essai »: what was tried, where, with how many, what one saw, what was decided and learnt, on a sheet of A4. No name. */
export function TrialPaper({ trial, sheet }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const tried = trial.state === 'decided' ? 'trial.tab.tried' : 'trial.tab.testers'
  const facts = [
    whenText(trial, programme.today, translator),
    placeText(trial, programme, translator, ALL),
    say(tried, { count: trial.testers }),
  ]
  return (
    <Paper name="trial">
      <p className="paper-from">
        {programme.organisation} · {programme.name} · {say('trial.tab.paper')}
      </p>
      <h1>{sheet.title}</h1>
      <p>{say('trial.tab.paper.state', { number: trial.number, state: say(stateOf(trial).word) })}</p>
      <p className="paper-hypothesis">{hypothesisText(trial, translator)}</p>
      {trial.change && <p>{say('trial.tab.changes', { change: trial.change })}</p>}
      <ul>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {trial.measures.length > 0 && (
        <section>
          <h2>{say('trial.tab.seen')}</h2>
          {trial.measures.map(measure => (
            <Measure key={measure.id} trial={trial} measure={measure} />
          ))}
        </section>
      )}
      {trial.decision && <DecisionOnPaper trial={trial} decision={trial.decision} />}
      <div className="paper-end">
        <p>{thingAddress(location.origin, { kind: 'initiative', id: sheet.id })}</p>
        <p>{say('trial.tab.paper.end')}</p>
      </div>
    </Paper>
  )
}
