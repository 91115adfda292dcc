import { Checkbox } from '@fluentui/react-components'
import type { QuotaInput, SeriesView, SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { useAct } from '../../../parts/actions/action.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { seriesTrail } from '../workshop/breadcrumbs.ts'
import { whenText } from '../workshop/texts.ts'
import { type QuotaFields, QuotaForm, quotasFrom } from './quota-form.tsx'

type Props = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
}

/** What quotas of a day share out. */
export const sharedBy = ({ capacity, rules }: SheetView) => capacity - rules.reserved

export function ownOf(day: SheetView | undefined): QuotaFields {
  return quotasFrom(day?.directions.map(({ direction, quota = 0 }) => ({ direction, seats: quota })) ?? [])
}

/** Of several days, the most that one of them has: each day has the same quotas. */
export function takenIn(days: readonly SheetView[]): QuotaFields {
  const most = new Map<string, number>()
  for (const { direction, seats } of days.flatMap(day => day.directions))
    most.set(direction, Math.max(most.get(direction) ?? 0, seats))
  return Object.fromEntries(most)
}

/** Seats of each Direction, for the days that share out as many. */
export function QuotasPage({ call, series, keep }: Props) {
  const { translator, me } = useSession()
  const { say } = translator
  const ruled = series.days.filter(
    ({ stage, rules }) => rules.quotas && !['over', 'underway', 'cancelled'].includes(stage),
  )
  const [first] = ruled
  const seatsIn = first ? sharedBy(first) : 0
  const { typed, type, forget } = useTyped(`quotas:${series.id}`, me.name, {
    seats: seatsIn,
    days: ruled.filter(day => sharedBy(day) === seatsIn).map(({ id }) => id),
    quotas: ownOf(first),
  })
  const act = useAct()
  const back = sectionAddress('workshops', 'series', series.id)
  const { seats, days, quotas } = typed
  const choose = (day: SheetView, on: boolean) => {
    // Another number of seats begins another sharing out.
    if (on && sharedBy(day) !== seats)
      return type({ seats: sharedBy(day), days: [day.id], quotas: ownOf(day) })
    type({ days: on ? [...days, day.id] : days.filter(id => id !== day.id) })
  }
  const save = async (rows: readonly QuotaInput[]) => {
    const path = `/series/${encodeURIComponent(series.id)}/quotas`
    const put = async () => keep(await call<SeriesView>('PUT', path, { days, quotas: rows }))
    if (!(await act.run(put, { text: say('saved'), about: series.title, at: back }))) return
    forget()
    location.hash = back
  }
  return (
    <>
      <SectionHead title={say('series.quotas')} trail={seriesTrail(series, translator)} />
      {!first ? (
        <Notice
          tone="neutral"
          action={
            <LinkButton href={sectionAddress('workshops', 'series', series.id, 'rules')}>
              {say('plan.rules.change')}
            </LinkButton>
          }
        >
          {say('refusal.quota-off')}
        </Notice>
      ) : (
        <QuotaForm
          act={act}
          seats={seats}
          quotas={quotas}
          type={next => type({ quotas: next })}
          released={ruled.some(({ id, rules }) => days.includes(id) && rules.releaseDays > 0)}
          usual={series.usual.find(each => each.seats === seats)?.quotas ?? []}
          taken={takenIn(ruled.filter(({ id }) => days.includes(id)))}
          save={rows => void save(rows)}
          back={back}
        >
          <fieldset className="where-directions">
            <legend>{say('series.quotas.days')}</legend>
            {ruled.map(day => (
              <Checkbox
                key={day.id}
                label={say('series.quotas.day', { day: whenText(day, translator), count: sharedBy(day) })}
                checked={days.includes(day.id)}
                onChange={(_, { checked }) => choose(day, checked === true)}
              />
            ))}
          </fieldset>
        </QuotaForm>
      )}
    </>
  )
}
