import type { SeriesView, SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { DataTable, type TableColumn } from '../../../parts/lists/data-table.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { actName } from '../../../parts/words/button-name.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { useDaysOff } from '../fields/days-off.ts'
import { OffMark } from '../fields/off-mark.tsx'
import { DayStage } from '../workshop/stage-badge.tsx'
import { seatsText, whenText, whereText } from '../workshop/texts.ts'

export type SeriesProps = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
  readonly reading: boolean
}

type OffOf = ReturnType<typeof useDaysOff>

function columnsFor(
  series: SeriesView,
  translator: Translator,
  offOf: OffOf,
): readonly TableColumn<SheetView>[] {
  const { say } = translator
  const standing = series.days.filter(({ stage }) => stage !== 'cancelled')
  return [
    {
      id: 'when',
      head: say('workshop.field.date'),
      cell: day => (
        <>
          {whenText(day, translator)} <OffMark off={offOf(day.typed.date)} />
          {day.title !== series.title && <span className="quiet"> · {day.title}</span>}
        </>
      ),
    },
    { id: 'place', head: say('workshop.field.place'), cell: day => whereText(day, translator) },
    {
      id: 'state',
      head: say('plan.col.state'),
      cell: day => <DayStage {...day} />,
    },
    {
      id: 'seats',
      head: say('workshop.field.seats'),
      numeric: true,
      cell: day => seatsText(day, translator),
    },
    ...(standing.some(({ waiting }) => waiting > 0)
      ? [
          {
            id: 'waiting',
            head: say('plan.col.waiting'),
            numeric: true,
            cell: ({ stage, waiting }: SheetView) => (waiting > 0 && stage !== 'cancelled' ? waiting : ''),
          },
        ]
      : []),
    ...(standing.some(({ offers }) => offers > 0)
      ? [
          {
            id: 'offers',
            head: say('plan.col.offers'),
            numeric: true,
            cell: ({ stage, offers }: SheetView) => (offers > 0 && stage !== 'cancelled' ? offers : ''),
          },
        ]
      : []),
  ]
}

type RowProps = Pick<Props, 'call' | 'keep' | 'removed'> & {
  readonly day: SheetView
  readonly series: string
}

/** What is done with one day. */
function DayActs({ call, series, day, keep, removed }: RowProps) {
  const { translator } = useSession()
  const { say, shortDay } = translator
  const act = useAct()
  const name = (word: 'workshop.edit' | 'plan.day.remove' | 'workshop.change' | 'off.form') =>
    actName(translator, word, shortDay(day.startsAt))
  const remove = async () => {
    const path = `/days/${encodeURIComponent(day.id)}/remove`
    const done = await act.run(
      async () => keep(await call<SeriesView>('POST', path)),
      say('series.day.removed', { date: shortDay(day.startsAt) }),
    )
    if (done) removed(day)
  }
  if (day.stage === 'draft')
    return (
      <>
        <LinkButton
          size="small"
          href={sectionAddress('workshops', 'series', series, 'day', day.id)}
          aria-label={name('workshop.change')}
        >
          {say('workshop.change')}
        </LinkButton>{' '}
        <ActButton
          act={act}
          size="small"
          appearance="subtle"
          aria-label={name('plan.day.remove')}
          onPress={() => void remove()}
        >
          {say('plan.day.remove')}
        </ActButton>
        <ActFailure act={act} />
      </>
    )
  return (
    <>
      {day.changeable && (
        <LinkButton
          size="small"
          href={sectionAddress('workshops', day.id, 'change')}
          aria-label={name('workshop.change')}
        >
          {say('workshop.change')}
        </LinkButton>
      )}{' '}
      {day.mayCallOff && (
        <LinkButton
          size="small"
          subtle
          href={sectionAddress('workshops', day.id, 'call-off')}
          aria-label={name('off.form')}
        >
          {say('off.form')}
        </LinkButton>
      )}
    </>
  )
}

type Props = SeriesProps & { readonly removed: (day: SheetView) => void }

/** The days of a series, with what is counted of each. */
export function SeriesDays({ call, series, keep, reading, removed }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const offOf = useDaysOff(call)
  return (
    <div className="card panel series-days">
      <DataTable
        caption={say('series.days', { count: series.days.length })}
        captioned
        rows={series.days}
        idOf={({ id }) => id}
        columns={columnsFor(series, translator, offOf)}
        linkOf={({ id, stage }) => (stage === 'draft' ? undefined : sectionAddress('workshops', id))}
        {...(!reading && {
          actsOf: (day: SheetView) => (
            <DayActs call={call} series={series.id} day={day} keep={keep} removed={removed} />
          ),
          actsHead: say('plan.acts'),
        })}
      />
    </div>
  )
}
