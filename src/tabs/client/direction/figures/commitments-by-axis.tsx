import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import type { StagesView } from '../../../contract/commitments.ts'
import { heldAmount } from '../../parts/charts/amounts.ts'
import { type Column, DataTable } from '../../parts/lists/data-table.tsx'
import { Unread, useUnread } from '../../parts/notices/unread-notice.tsx'
import { axisOf, useGround } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { useCounter } from '../reading/context.tsx'

type Row = StagesView & { readonly title: string; readonly unshared: string }

const SHOWN = ['taken', 'underway', 'kept'] as const
const HEADS = {
  taken: 'direction.stage.taken',
  underway: 'direction.stage.underway',
  kept: 'direction.stage.kept',
} as const

/** A row for each axis; those kept to oneself are counted in people, rounded, and nowhere when so few work there. */
export function useCommitmentRows(): readonly Row[] {
  const { speech, programme } = useGround()
  const { stages = [], figures } = useCounter().values
  const unshared = (axis: string) => {
    if (figures?.small) return speech.say('direction.tookPart.hidden')
    const found = figures?.unshared.find(cell => cell.axis === axis)
    return found ? heldAmount(found.count, speech) : ''
  }
  return stages.map(each => ({
    ...each,
    title: axisOf(programme, each.axis)?.title ?? each.axis,
    unshared: unshared(each.axis),
  }))
}

export function useCommitmentColumns(): readonly Column<Row>[] {
  const { speech, programme } = useGround()
  const { figures } = useCounter().values
  const axis: Column<Row> = {
    id: 'axis',
    head: speech.say('idea.axis'),
    cell: row => (
      <span className="axis-cell">
        <AxisMark axis={axisOf(programme, row.axis)} />
        {row.title}
      </span>
    ),
  }
  const shown = SHOWN.map(
    (stage): Column<Row> => ({
      id: stage,
      head: speech.say(HEADS[stage]),
      numeric: true,
      cell: row => (row[stage] === 0 ? row[stage] : <strong>{row[stage]}</strong>),
    }),
  )
  const unshared: Column<Row> = {
    id: 'unshared',
    head: speech.say('direction.stage.unshared'),
    numeric: true,
    cell: row => row.unshared,
  }
  return [axis, ...shown, ...(figures?.enough ? [unshared] : [])]
}

/** « Engagements partagés, par axe »: by stage and exact, beside those kept to oneself, rounded. */
export function CommitmentsByAxis() {
  const { speech } = useGround()
  const { values } = useCounter()
  const rows = useCommitmentRows()
  const columns = useCommitmentColumns()
  const title = speech.say('direction.byName')
  const unread = useUnread(['unread.stages'])
  if (!values.stages && !unread) return null
  return (
    <Panel title={title}>
      <p className="quiet small-print">
        <EyeOff20Regular aria-hidden />
        {speech.say('direction.stage.rules')}
      </p>
      <Unread parts={['unread.stages']} shown={values.stages !== undefined} />
      {values.stages && <DataTable caption={title} rows={rows} idOf={row => row.axis} columns={columns} />}
    </Panel>
  )
}
