import '../../parts/charts/charts.css'
import { type ReactNode, useId } from 'react'
import type { TrialMeasureView, TrialView } from '../../../contract/initiatives/trials.ts'
import { useChart } from '../../parts/charts/chart-panel.tsx'
import type { ChartTable } from '../../parts/charts/figures-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { plainDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { TrialChart } from './chart.tsx'
import { NumberForm } from './number-form.tsx'
import { pointsOf, startAndNow, type TrialPoint } from './points.ts'
import { betterText, SHOWN_FROM, scaleText, valueText } from './texts.ts'

type MeasureProps = { readonly trial: TrialView; readonly measure: TrialMeasureView }

/** From how many values on a picture says more than start and now beside each other. */
const WORTH_A_CHART = 3

/** One of the two values that stand side by side, or why it is not there. */
function Value({ name, point, none }: { name: string; point: TrialPoint | undefined; none: string }) {
  const { translator, programme } = useSession()
  if (!point)
    return (
      <div>
        <dt>{name}</dt>
        <dd className="quiet">{none}</dd>
      </div>
    )
  const day = plainDay(point.day, programme.today, translator)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{point.text}</strong>
        <span className="quiet">
          {point.answers === undefined
            ? day
            : translator.say('trial.tab.answers', { count: point.answers, day })}
        </span>
      </dd>
    </div>
  )
}

/** Why there is no value yet. */
function lackOf(
  trial: TrialView,
  { kind }: TrialMeasureView,
  which: 'start' | 'now',
  translator: Translator,
) {
  const { say } = translator
  if (trial.state === 'planned') {
    if (which === 'now') return say('trial.tab.none.later')
    return say(kind === 'number' ? 'trial.tab.none.start.number' : 'trial.tab.none.start.question')
  }
  if (which === 'start') return say('trial.measures.start.none')
  return say(kind === 'number' ? 'trial.tab.none.number' : 'trial.tab.none.answers')
}

/** Start and now, side by side: what came of it is for who reads them to say. */
export function StartAndNow({ trial, measure }: MeasureProps) {
  const { translator } = useSession()
  const { start, now } = startAndNow(pointsOf(measure, translator))
  const lack = (which: 'start' | 'now') => lackOf(trial, measure, which, translator)
  const nowWord = trial.state === 'decided' ? 'trial.measures.end' : 'trial.measures.now'
  return (
    <dl className="trial-pair">
      <Value name={translator.say('trial.measures.start')} point={start} none={lack('start')} />
      <Value name={translator.say(nowWord)} point={now} none={lack('now')} />
    </dl>
  )
}

/** All its values by day. */
export function pointsTable(measure: TrialMeasureView, today: string, translator: Translator): ChartTable {
  const { say } = translator
  const asks = measure.kind === 'question'
  const rows = pointsOf(measure, translator).map(({ day, text, start, answers }) => {
    const name = plainDay(day, today, translator)
    const cells = [start ? say('trial.tab.table.start', { day: name }) : name, text]
    return asks ? [...cells, say('trial.tab.table.about', { count: answers ?? 0 })] : cells
  })
  const head = [say('trial.tab.table.day'), say('trial.tab.table.value')]
  return { head: asks ? [...head, say('trial.tab.table.answers')] : head, rows }
}

function scaleOf(measure: TrialMeasureView, translator: Translator) {
  return (value: number) =>
    measure.kind === 'number' ? valueText(value, measure.unit, translator) : String(value)
}

function Curve({ trial, measure }: MeasureProps) {
  const { translator, programme } = useSession()
  const points = pointsOf(measure, translator)
  const { toggle, shown } = useChart({
    title: measure.text,
    table: pointsTable(measure, programme.today, translator),
    children: (
      <TrialChart
        points={points}
        kind={measure.kind}
        summary={translator.say('trial.tab.chart', {
          count: points.length,
          first: points[0]?.text ?? '',
          last: points.at(-1)?.text ?? '',
        })}
        scale={scaleOf(measure, translator)}
      />
    ),
  })
  if (points.length < WORTH_A_CHART) return null
  return (
    <div className="trial-curve" data-trial={trial.id}>
      {shown}
      {toggle}
    </div>
  )
}

function Measure({ trial, measure }: MeasureProps) {
  const { translator } = useSession()
  const heading = useId()
  const types = trial.mayType && trial.state !== 'decided'
  const asks = measure.kind === 'question'
  const shown = asks && measure.rounds.length > 0
  return (
    <section className="trial-measure" aria-labelledby={heading}>
      <h3 id={heading}>{measure.text}</h3>
      <p className="quiet">{betterText(measure, translator)}</p>
      <StartAndNow trial={trial} measure={measure} />
      {shown && <p className="quiet">{scaleText(translator)}</p>}
      {asks && !shown && trial.state !== 'planned' && (
        <p className="quiet">{translator.say('trial.tab.few', SHOWN_FROM)}</p>
      )}
      <Curve trial={trial} measure={measure} />
      {types && measure.kind === 'number' && <NumberForm trial={trial} measure={measure} />}
    </section>
  )
}

/** What one looks at, each with its start and now. */
export function Measures({ trial }: { trial: TrialView }): ReactNode {
  if (trial.measures.length === 0) return null
  return (
    <div className="trial-measures">
      {trial.measures.map(measure => (
        <Measure key={measure.id} trial={trial} measure={measure} />
      ))}
    </div>
  )
}
