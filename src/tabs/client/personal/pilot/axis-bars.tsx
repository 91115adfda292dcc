import type { FiguresView } from '../../../contract/figures/figures.ts'
import { useChart } from '../../parts/charts/chart-panel.tsx'
import { IDEA_STATES, stateName } from '../../parts/charts/idea-states.ts'
import { axisOf } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { Fold } from '../navigation/fold.tsx'

type Ideas = FiguresView['ideas']

/** Hatch patterns by slot: diagonal, dots, horizontal, the other diagonal, grid. */
function Hatches() {
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' }
  return (
    <svg className="patterns axis-hatches" width="0" height="0" aria-hidden="true">
      <pattern id="slot-1" className="slot-1" {...size} patternTransform="rotate(45)">
        <rect width="3" height="6" />
      </pattern>
      <pattern id="slot-2" className="slot-2" {...size}>
        <circle cx="3" cy="3" r="1.8" />
      </pattern>
      <pattern id="slot-3" className="slot-3" {...size}>
        <rect width="6" height="3" />
      </pattern>
      <pattern id="slot-4" className="slot-4" {...size} patternTransform="rotate(-45)">
        <rect width="3" height="6" />
      </pattern>
      <pattern id="slot-5" className="slot-5" {...size}>
        <path d="M0 0h6v2h-6z M0 0h2v6h-2z" />
      </pattern>
    </svg>
  )
}

/** In the programme's order. */
function Bars({ ideas }: { ideas: Ideas }) {
  const { translator, programme } = usePersonalTab()
  const most = Math.max(...ideas.map(({ total }) => total), 1)
  const { say } = translator
  const nameOf = (axis: string) => axisOf(programme, axis)?.title ?? axis
  const table = {
    head: [
      say('idea.axis'),
      ...IDEA_STATES.map(({ state }) => stateName(state, translator)),
      say('direction.total'),
    ],
    rows: ideas.map(({ axis, total, ...counts }) => [
      nameOf(axis),
      ...IDEA_STATES.map(({ state }) => String(counts[state])),
      String(total),
    ]),
  }
  const bars = (
    <>
      <Hatches />
      <ul className="axis-bars">
        {ideas.map(({ axis, total }) => {
          const slot = axisOf(programme, axis)?.slot ?? 1
          return (
            <li key={axis}>
              <AxisMark axis={axisOf(programme, axis)} />
              <span className="axis-bar-name">{nameOf(axis)}</span>
              <strong>{total}</strong>
              {total > 0 && (
                <svg className={`axis-bar slot-${slot}`} width="100%" height="12" aria-hidden="true">
                  <rect
                    x="0.5"
                    y="0.5"
                    width={`${(100 * total) / most}%`}
                    height="11"
                    fill={`url(#slot-${slot})`}
                  />
                </svg>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
  const { toggle, shown } = useChart({ title: say('cockpit.axes'), table, children: bars })
  return (
    <>
      {shown}
      {toggle}
    </>
  )
}

/** « Nos idées par axe »: how many, and under each axis once unfolded. */
export function AxisBars({ ideas: all }: { ideas: Ideas }) {
  const { say } = usePersonalTab().translator
  const ideas = all.filter(({ axis }) => axis !== '')
  const total = ideas.reduce((sum, one) => sum + one.total, 0)
  return (
    <Fold name="ideas-by-axis" title={say('cockpit.axes')} state={String(total)} beside>
      <Bars ideas={ideas} />
    </Fold>
  )
}
