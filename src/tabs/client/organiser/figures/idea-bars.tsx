import { number } from '../../../../i18n/format.ts'
import type { Key } from '../../../../i18n/words.ts'
import { total } from '../../../../kernel/personal-data/counts.ts'
import type { ProgrammeFiguresView } from '../../../contract/figures.ts'
import { StackedBar, Swatch } from '../../parts/charts/bars.tsx'
import { ChartPanel } from '../../parts/charts/chart-panel.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'

const STATES = {
  received: 'figures.state.received',
  studied: 'figures.state.studied',
  answered: 'figures.state.answered',
  retained: 'figures.state.retained',
} as const satisfies Readonly<Record<string, Key>>
type State = keyof typeof STATES
const WAITING: readonly string[] = ['received', 'studied']

type Ideas = ProgrammeFiguresView['ideas']

/** Ideas under each axis in the programme's order: those that wait dotted, those with a follow-up hatched. */
export function IdeaBars({ ideas: all }: { ideas: Ideas }) {
  const { translator, programme } = useSession()
  const { say, language } = translator
  const ideas = all.filter(({ axis, total }) => axis !== '' || total > 0)
  const nameOf = (axis: string) => axisOf(programme, axis)?.title ?? say('figures.axis.none')
  const known = (ideas[0]?.states ?? []).flatMap(({ state }) =>
    Object.hasOwn(STATES, state) ? [state as State] : [],
  )
  const sum = (idea: Ideas[number], waiting: boolean) =>
    total(idea.states.filter(({ state }) => WAITING.includes(state) === waiting).map(({ count }) => count))
  const rows = ideas.map(idea => [
    nameOf(idea.axis),
    ...known.map(state =>
      number(total(idea.states.filter(each => each.state === state).map(each => each.count)), language),
    ),
    number(idea.total, language),
  ])
  const head = [say('figures.axis'), ...known.map(state => say(STATES[state])), say('figures.total')]
  const most = Math.max(...ideas.map(idea => idea.total))
  if (most <= 0)
    return (
      <ChartPanel title={say('figures.byAxis')} table={{ head, rows }}>
        <p>{say('figures.byAxis.few')}</p>
      </ChartPanel>
    )
  return (
    <ChartPanel title={say('figures.byAxis')} table={{ head, rows }}>
      <ul className="stacks">
        {ideas.map(idea => (
          <li key={idea.axis}>
            <AxisMark axis={axisOf(programme, idea.axis)} />
            <span className="stack-name">{nameOf(idea.axis)}</span>
            <strong>{number(idea.total, language)}</strong>
            <StackedBar
              most={most}
              parts={[
                { fill: 'dots', value: sum(idea, true) },
                { fill: 'hatch', value: sum(idea, false) },
              ]}
            />
          </li>
        ))}
      </ul>
      <ul className="legend">
        <li>
          <Swatch fill="dots" /> {say('figures.waiting')}
        </li>
        <li>
          <Swatch fill="hatch" /> {say('figures.followed')}
        </li>
      </ul>
    </ChartPanel>
  )
}
