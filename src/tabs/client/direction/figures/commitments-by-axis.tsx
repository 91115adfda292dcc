import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import type { StagesView } from '../../../contract/commitments.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { Unread, useUnread } from '../../parts/notices/unread-notice.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { useDirectionTab } from '../reading/context.tsx'

type Row = StagesView & { readonly title: string }

const SHOWN = ['taken', 'underway', 'kept'] as const
const HEADS = {
  taken: 'direction.stage.taken',
  underway: 'direction.stage.underway',
  kept: 'direction.stage.kept',
} as const

/** A row for each axis. */
export function useCommitmentRows(): readonly Row[] {
  const { programme } = useSession()
  const { stages = [] } = useDirectionTab().values
  return stages.map(each => ({ ...each, title: axisOf(programme, each.axis)?.title ?? each.axis }))
}

export function useCommitmentColumns(): readonly TableColumn<Row>[] {
  const { translator, programme } = useSession()
  const axis: TableColumn<Row> = {
    id: 'axis',
    head: translator.say('idea.axis'),
    cell: row => (
      <span className="axis-cell">
        <AxisMark axis={axisOf(programme, row.axis)} />
        {row.title}
      </span>
    ),
  }
  const shown = SHOWN.map(
    (stage): TableColumn<Row> => ({
      id: stage,
      head: translator.say(HEADS[stage]),
      numeric: true,
      cell: row => (row[stage] === 0 ? row[stage] : <strong>{row[stage]}</strong>),
    }),
  )
  return [axis, ...shown]
}

/** « Engagements partagés, par axe »: by stage, exact; nothing where none is shared, which the list of them says. */
export function CommitmentsByAxis() {
  const { translator } = useSession()
  const { values } = useDirectionTab()
  const rows = useCommitmentRows()
  const columns = useCommitmentColumns()
  const title = translator.say('direction.byName')
  const unread = useUnread(['unread.stages'])
  const none = values.stages?.every(row => SHOWN.every(stage => row[stage] === 0)) ?? !unread
  if (none) return null
  return (
    <Panel title={title}>
      <p className="quiet small-print">
        <EyeOff20Regular aria-hidden />
        {translator.say('direction.stage.rules')}
      </p>
      <Unread parts={['unread.stages']} shown={values.stages !== undefined} />
      {values.stages && <DataTable caption={title} rows={rows} idOf={row => row.axis} columns={columns} />}
    </Panel>
  )
}
