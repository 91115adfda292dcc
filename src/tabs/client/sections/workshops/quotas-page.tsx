import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import type { QuotaInput, SeriesView, SheetView } from '../../../contract/planning.ts'
import type { Call } from '../../api/call.ts'
import { sectionAddress } from '../../organiser/address.ts'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { LinkButton } from './link-button.tsx'
import { whenText } from './plan-words.ts'
import { seriesTrail } from './trail.ts'
import { useTyped } from './use-typed.ts'

type Props = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
}

/** What quotas of a day share out. */
const sharedBy = ({ capacity, rules }: SheetView) => capacity - rules.reserved

function ownOf(day: SheetView | undefined): Record<string, number> {
  return Object.fromEntries(day?.directions.map(({ direction, quota = 0 }) => [direction, quota]) ?? [])
}

/** Says how many seats are still to be given, or were given twice. */
function Sum({ given, seats }: { given: number; seats: number }) {
  const { say } = useGround().speech
  if (given === seats) return <Notice tone="good">{say('plan.quotas.even', { seats })}</Notice>
  return (
    <Notice tone="neutral">
      {given < seats
        ? say('plan.quotas.left', { count: seats - given, seats })
        : say('plan.quotas.over', { count: given - seats, seats })}
    </Notice>
  )
}

/** Seats of each Direction, for the days that share out as many. */
export function QuotasPage({ call, series, keep }: Props) {
  const { speech, programme, me } = useGround()
  const { say } = speech
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
  const given = programme.directions.reduce((sum, { id }) => sum + (quotas[id] ?? 0), 0)
  const choose = (day: SheetView, on: boolean) => {
    // Another number of seats begins another sharing out.
    if (on && sharedBy(day) !== seats)
      return type({ seats: sharedBy(day), days: [day.id], quotas: ownOf(day) })
    type({ days: on ? [...days, day.id] : days.filter(id => id !== day.id) })
  }
  const usual = () => {
    const shares = series.usual.find(each => each.seats === seats)?.quotas ?? []
    type({ quotas: Object.fromEntries(shares.map(({ direction, seats: own }) => [direction, own])) })
  }
  const save = async () => {
    const path = `/series/${encodeURIComponent(series.id)}/quotas`
    const rows: QuotaInput[] = programme.directions.map(({ id }) => ({
      direction: id,
      seats: quotas[id] ?? 0,
    }))
    const put = async () => keep(await call<SeriesView>('PUT', path, { days, quotas: rows }))
    if (!(await act.run(put, say('saved')))) return
    forget()
    location.hash = back
  }
  return (
    <>
      <SectionHead title={say('series.quotas')} trail={seriesTrail(series, speech)} />
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
        <form
          className="card panel form"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          <fieldset className="where-directions">
            <legend>{say('series.quotas.days')}</legend>
            {ruled.map(day => (
              <Checkbox
                key={day.id}
                label={say('series.quotas.day', { day: whenText(day, speech), count: sharedBy(day) })}
                checked={days.includes(day.id)}
                onChange={(_, { checked }) => choose(day, checked === true)}
              />
            ))}
          </fieldset>
          <fieldset className="where-directions">
            <legend>{say('series.quotas.lines')}</legend>
            <div className="quota-list">
              {programme.directions.map(({ id, name }) => (
                <Field key={id} label={name} orientation="horizontal" className="quota">
                  <Input
                    type="number"
                    inputMode="numeric"
                    className="number"
                    min={0}
                    max={seats}
                    value={String(quotas[id] ?? 0)}
                    onChange={(_, { value }) =>
                      type({ quotas: { ...quotas, [id]: Math.max(0, Math.trunc(Number(value)) || 0) } })
                    }
                  />
                </Field>
              ))}
            </div>
          </fieldset>
          <div role="status">
            <Sum given={given} seats={seats} />
          </div>
          <p className="quiet">{say('series.quotas.footer')}</p>
          <ActFailure act={act} />
          <div className="acts">
            <ActButton act={act} type="submit" appearance="primary">
              {say('workshop.change.save')}
            </ActButton>
            <Button onClick={usual}>{say('series.quotas.usual')}</Button>
            <LinkButton href={back} subtle>
              {say('plan.leave')}
            </LinkButton>
          </div>
        </form>
      )}
    </>
  )
}
