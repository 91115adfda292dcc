import { total } from '../../../../kernel/personal-data/counts.ts'
import type { FiguresView } from '../../../contract/figures/figures.ts'
import { Patterns, StackedBar, Swatch } from '../../parts/charts/bars.tsx'
import type { ChartTable } from '../../parts/charts/figures-table.tsx'
import { IDEA_STATES, stateName } from '../../parts/charts/idea-states.ts'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'

type Ideas = FiguresView['ideas']

const COUNTED = {
  received: 'direction.ideas.received',
  studied: 'direction.ideas.studied',
  answered: 'direction.ideas.answered',
  retained: 'direction.ideas.retained',
} as const

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

/** « 1 reçue  2 à l’étude »: how a bar is filled, and how many that is. */
function Numbers({ counts }: { counts: Ideas[number] }) {
  const { say } = useSession().translator
  const some = IDEA_STATES.filter(({ state }) => counts[state] > 0)
  if (some.length === 0) return null
  return (
    <p className="stack-numbers quiet">
      {some.map(({ state, fill }) => (
        <span key={state}>
          <Swatch fill={fill} /> {say(COUNTED[state], { count: counts[state] })}
        </span>
      ))}
    </p>
  )
}

/** Ideas by axis in the programme's order: a bar by state, with patterns, and each of its numbers beside it. */
export function IdeaChart({ ideas: all }: { ideas: Ideas }) {
  const { translator, programme } = useSession()
  const ideas = toldOf(all)
  const names = useNames(ideas)
  const most = Math.max(...ideas.map(axis => axis.total))
  if (total(ideas.map(axis => axis.total)) === 0)
    return <p className="quiet">{translator.say('direction.ideas.none')}</p>
  return (
    <>
      <Patterns />
      <ul className="stacks" aria-label={translator.say('direction.byAxis')}>
        {ideas.map((counts, at) => (
          <li key={counts.axis}>
            <AxisMark axis={axisOf(programme, counts.axis)} />
            <span className="stack-name">{names[at]}</span>
            <strong>{counts.total}</strong>
            <StackedBar
              most={most}
              parts={IDEA_STATES.map(({ state, fill }) => ({ fill, value: counts[state] }))}
            />
            <Numbers counts={counts} />
          </li>
        ))}
      </ul>
    </>
  )
}
