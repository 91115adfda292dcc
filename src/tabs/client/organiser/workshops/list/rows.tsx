import type { PlannedView, PlanView } from '../../../../contract/workshops/planning.ts'
import type { TableColumn } from '../../../parts/lists/data-table.tsx'
import type { Translator } from '../../../parts/words/translator.ts'
import { sectionAddress } from '../../parts/address.ts'
import { DayStage, StageBadge } from '../workshop/stage-badge.tsx'
import { seatsText, whenText, whereText } from '../workshop/texts.ts'

/** A single workshop, a series, or one of its days. */
type PlanRow = { readonly plan: PlanView; readonly day?: PlannedView }

export function rowsOf(plans: readonly PlanView[]): PlanRow[] {
  return plans.flatMap(plan =>
    plan.series
      ? [{ plan }, ...plan.days.map(day => ({ plan, day }))]
      : plan.days.map(day => ({ plan, day })),
  )
}

export const idOf = ({ plan, day }: PlanRow) => (day && plan.series ? day.id : plan.id)

export function linkOf({ plan, day }: PlanRow, reading: boolean): string | undefined {
  if (!day) return sectionAddress('workshops', 'series', plan.id)
  if (day.stage !== 'draft') return sectionAddress('workshops', day.id)
  return reading ? undefined : sectionAddress('workshops', 'series', plan.id, 'day', day.id)
}

function Name({ row: { plan, day }, translator }: { row: PlanRow; translator: Translator }) {
  if (!day) return <span className="plan-series">{plan.title}</span>
  if (!plan.series) return <>{day.title}</>
  return (
    <span className="plan-day">
      {whenText(day, translator)}
      {day.title !== plan.title && <span className="quiet"> · {day.title}</span>}
    </span>
  )
}

export function columnsFor(translator: Translator): readonly TableColumn<PlanRow>[] {
  const { say } = translator
  return [
    { id: 'title', head: say('plan.col.title'), cell: row => <Name row={row} translator={translator} /> },
    {
      id: 'when',
      head: say('workshop.field.date'),
      plain: true,
      cell: ({ plan, day }) => {
        if (!day) return say('series.days', { count: plan.days.length })
        return plan.series ? '' : whenText(day, translator)
      },
    },
    {
      id: 'place',
      head: say('workshop.field.place'),
      plain: true,
      cell: ({ day }) => (day ? whereText(day, translator) : ''),
    },
    {
      id: 'state',
      head: say('plan.col.state'),
      plain: true,
      cell: ({ plan, day }) =>
        day ? (
          <DayStage {...day} />
        ) : (
          <StageBadge stage={plan.stage} early={plan.early} opensAt={plan.opensAt} />
        ),
    },
    {
      id: 'seats',
      head: say('workshop.field.seats'),
      numeric: true,
      cell: ({ day }) => (day ? seatsText(day, translator) : ''),
    },
    {
      id: 'waiting',
      head: say('plan.col.waiting'),
      numeric: true,
      cell: ({ day }) => (day && day.waiting > 0 && day.stage !== 'cancelled' ? day.waiting : ''),
    },
  ]
}
