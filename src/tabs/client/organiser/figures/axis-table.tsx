import type { ReviewAxisView } from '../../../contract/figures/review.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { COLUMNS, HEADS, linesOf } from './review-texts.ts'

/** The name of a row: an axis, none, or all of them. */
export function useAxisName(): (axis: string) => string {
  const { translator, programme } = useSession()
  return axis =>
    axis === 'whole'
      ? translator.say('review.axes.all')
      : (axisOf(programme, axis)?.title ?? translator.say('review.axis.none'))
}

function Name({ axis }: { axis: string }) {
  const { programme } = useSession()
  const nameOf = useAxisName()
  return (
    <span className="axis-name">
      <AxisMark axis={axisOf(programme, axis)} />
      <span>{nameOf(axis)}</span>
    </span>
  )
}

/** What was counted, the first in bold unless nothing of it is done yet. */
export function Lines({ lines, waits = false }: { lines: readonly string[]; waits?: boolean }) {
  const { say } = useSession().translator
  if (lines.length === 0) return <span className="quiet">{say('review.nothing')}</span>
  return (
    <ul className={waits ? 'review-lines waits' : 'review-lines'}>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Per axis, in the programme's order: what was asked, proposed, answered, begun and learnt. */
export function AxisTable({ axes }: { axes: readonly ReviewAxisView[] }) {
  const { translator } = useSession()
  const { say } = translator
  const columns: readonly TableColumn<ReviewAxisView>[] = [
    { id: 'axis', head: say('figures.axis'), cell: ({ axis }) => <Name axis={axis} /> },
    ...COLUMNS.map(column => ({
      id: column,
      head: say(HEADS[column]),
      cell: (row: ReviewAxisView) => (
        <Lines
          lines={linesOf(row, column, translator)}
          waits={column === 'answered' && row.answered.answered + row.answered.retained === 0}
        />
      ),
    })),
  ]
  return (
    <Panel title={say('review.axes')}>
      <DataTable caption={say('review.axes')} rows={axes} idOf={({ axis }) => axis} columns={columns} />
    </Panel>
  )
}
