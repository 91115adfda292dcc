import '../../../parts/panels/details.css'
import { type Shown, total } from '../../../../../kernel/personal-data/counts.ts'
import type { DirectionSeats, SheetView } from '../../../../contract/workshops/planning.ts'
import { DataTable, type TableColumn } from '../../../parts/lists/data-table.tsx'
import { useSession } from '../../../parts/page/context.tsx'

/** Of all days together: seats are shown exactly, so their sum is too. */
export function sumOf(days: readonly SheetView[]): readonly DirectionSeats[] {
  const rows = new Map<string, { seats: Shown; quota?: number }>()
  for (const { direction, seats, quota } of days.flatMap(day => day.directions)) {
    const before = rows.get(direction)
    const shared = quota === undefined ? before?.quota : (before?.quota ?? 0) + quota
    const all = before ? total([before.seats, seats]) : seats
    rows.set(direction, { seats: all, ...(shared !== undefined && { quota: shared }) })
  }
  return [...rows].map(([direction, row]) => ({ direction, ...row }))
}

type Props = {
  readonly rows: readonly DirectionSeats[]
  /** Part of a card that has a heading of its own. */
  readonly within?: boolean
}

/** Seats of each Direction, in the programme's order; those without any are left out. It opens when it is asked for. */
export function DirectionTable({ rows: all, within = false }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const rows = all.filter(({ seats, quota = 0 }) => seats > 0 || quota > 0)
  if (rows.length === 0) return null
  const order = programme.directions.map(({ id }) => id)
  const sorted = rows.toSorted((a, b) => order.indexOf(a.direction) - order.indexOf(b.direction))
  const nameOf = (id: string) => programme.directions.find(each => each.id === id)?.name ?? id
  const columns: readonly TableColumn<DirectionSeats>[] = [
    { id: 'direction', head: say('gallery.direction'), cell: ({ direction }) => nameOf(direction) },
    { id: 'seats', head: say('plan.col.taken'), numeric: true, cell: ({ seats }) => seats },
    ...(rows.some(({ quota }) => quota !== undefined)
      ? [
          {
            id: 'quota',
            head: say('series.field.quotas'),
            numeric: true,
            cell: ({ quota }: DirectionSeats) => quota ?? '',
          },
        ]
      : []),
  ]
  return (
    <details className={within ? 'unfold' : 'card panel unfold'}>
      <summary>{within ? say('series.quotas.lines') : <h2>{say('series.quotas.lines')}</h2>}</summary>
      <DataTable
        caption={say('series.quotas.lines')}
        rows={sorted}
        idOf={({ direction }) => direction}
        columns={columns}
      />
    </details>
  )
}
