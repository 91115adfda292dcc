import type { ProgrammeFiguresView } from '../../../contract/figures/figures.ts'
import { StackedBar } from '../../parts/charts/bars.tsx'
import { ChartPanel } from '../../parts/charts/chart-panel.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { heldText } from './amounts.ts'

/** Number of people with a private commitment, by axis. */
export function PrivateCommitments({ cells }: { cells: ProgrammeFiguresView['unshared'] }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const most = Math.max(...cells.map(({ count }) => count))
  const rows = cells.map(({ axis, count }) => [
    axisOf(programme, axis)?.title ?? axis,
    heldText(count, translator),
  ])
  return (
    <ChartPanel
      title={say('figures.unshared')}
      table={{ head: [say('figures.axis'), say('figures.people')], rows }}
    >
      {most <= 0 && <p>{say('figures.unshared.few')}</p>}
      <ul className="stacks">
        {(most > 0 ? cells : []).map(({ axis, count }) => (
          <li key={axis}>
            <AxisMark axis={axisOf(programme, axis)} />
            <span className="stack-name">{axisOf(programme, axis)?.title ?? axis}</span>
            <strong>{heldText(count, translator)}</strong>
            <StackedBar most={most} parts={[{ fill: 'hatch', value: count }]} />
          </li>
        ))}
      </ul>
    </ChartPanel>
  )
}
