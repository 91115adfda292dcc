import type { FiguresView } from '../../../contract/figures.ts'
import { Patterns, StackedBar, Swatch } from '../../parts/charts/bars.tsx'
import { ChartPanel } from '../../parts/charts/chart-panel.tsx'
import type { ChartTable } from '../../parts/charts/figures-table.tsx'
import { IDEA_STATES, stateName } from '../../parts/charts/idea-states.ts'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'

type Ideas = FiguresView['ideas']

function useNames(ideas: Ideas): string[] {
  const { translator, programme } = useSession()
  return ideas.map(({ axis }) => axisOf(programme, axis)?.title ?? translator.say('direction.noAxis'))
}

/** « No axis » has a row only when it has ideas. */
const toldOf = (all: Ideas) => all.filter(({ axis, total }) => axis !== '' || total > 0)

/** Ideas by axis and state, in numbers. */
export function useIdeaTable(all: Ideas): ChartTable {
  const { translator } = useSession()
  const { say } = translator
  const ideas = toldOf(all)
  const names = useNames(ideas)
  const rows = ideas.map((counts, at) => [
    names[at] ?? '',
    ...IDEA_STATES.map(({ state }) => String(counts[state])),
    String(counts.total),
  ])
  const states = IDEA_STATES.map(({ state }) => stateName(state, translator))
  return { head: [say('idea.axis'), ...states, say('direction.total')], rows }
}

function Legend() {
  const { translator } = useSession()
  return (
    <ul className="legend">
      {IDEA_STATES.map(({ state, fill }) => (
        <li key={state}>
          <Swatch fill={fill} /> {stateName(state, translator)}
        </li>
      ))}
    </ul>
  )
}

/** Ideas by axis in the programme's order, stacked by state, with patterns. */
export function IdeaChart({ ideas: all }: { ideas: Ideas }) {
  const { translator, programme } = useSession()
  const ideas = toldOf(all)
  const names = useNames(ideas)
  const most = Math.max(...ideas.map(({ total }) => total))
  if (most === 0) return <p className="quiet">{translator.say('direction.ideas.none')}</p>
  return (
    <>
      <Patterns />
      <ul className="stacks">
        {ideas.map((counts, at) => (
          <li key={counts.axis}>
            <AxisMark axis={axisOf(programme, counts.axis)} />
            <span className="stack-name">{names[at]}</span>
            <strong>{counts.total}</strong>
            <StackedBar
              most={most}
              parts={IDEA_STATES.map(({ state, fill }) => ({ fill, value: counts[state] }))}
            />
          </li>
        ))}
      </ul>
      <Legend />
    </>
  )
}

export function IdeasByAxis({ ideas }: { ideas: Ideas }) {
  const { translator } = useSession()
  return (
    <ChartPanel title={translator.say('direction.byAxis')} table={useIdeaTable(ideas)}>
      <IdeaChart ideas={ideas} />
    </ChartPanel>
  )
}
