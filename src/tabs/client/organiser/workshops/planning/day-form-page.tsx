import { useState } from 'react'
import type { CheckView, SeriesView, SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { Faults } from '../fields/faults.tsx'
import { NO_RULES } from '../fields/no-rules.ts'
import { useTyped } from '../fields/unsaved-form.ts'
import { WorkshopFields } from '../fields/workshop-fields.tsx'
import { seriesTrail } from '../workshop/breadcrumbs.ts'
import { countIn, DayCount, daysLeft } from './day-count.tsx'
import { FirstRulesFields } from './first-rules.tsx'

type Props = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
  /** The draft that changes; more days without it. */
  readonly day?: SheetView
}

type Saved = { readonly found: CheckView; readonly made?: SeriesView }

const FRESH = { count: '1', quotas: false, openDate: '', openTime: '09:00' }

/** Days of a series, as long as they are drafts: one that changes, or as many more as are asked for, one a week. */
export function DayFormPage({ call, series, keep, day }: Props) {
  const { translator, me } = useSession()
  const { say } = translator
  const form = day ? `day:${day.id}` : `day:${series.id}:${series.days.length}`
  const {
    typed: all,
    type,
    forget,
  } = useTyped(form, me.name, {
    ...(day?.typed ?? series.proposed),
    ...FRESH,
  })
  const { count: typedCount, quotas, openDate, openTime, ...typed } = all
  const [check, setCheck] = useState<CheckView>()
  const [nonce, setNonce] = useState(mintNonce)
  const act = useAct()
  const back = sectionAddress('workshops', 'series', series.id)
  const left = daysLeft(series.days.length)
  const count = countIn(typedCount, left)
  const begins = day === undefined && series.days.length === 0
  const rules = { ...NO_RULES, quotas, openDate, openTime: openDate === '' ? '' : openTime }
  const put = () =>
    day
      ? call<SeriesView>('PUT', `/days/${encodeURIComponent(day.id)}`, { workshop: typed })
      : call<SeriesView>('POST', `/series/${encodeURIComponent(series.id)}/days`, {
          ...{ workshop: typed, count, nonce },
          ...(begins && { rules }),
        })
  /** The day after the one just added; what was chosen for all stays. */
  const begin = ({ proposed }: SeriesView) => {
    type({ ...proposed, count: '1' })
    setNonce(mintNonce())
    document.querySelector<HTMLElement>('.form input[type=date]')?.focus()
  }
  const add = async (): Promise<Saved> => {
    const found = await call<CheckView>('POST', '/workshops/check', { workshop: typed })
    setCheck(found)
    if (found.faults.length > 0) return { found }
    const made = await put()
    keep(made)
    return { found, made }
  }
  /** `next`: stays, for one more day. */
  const save = async (next = false) => {
    const asked = add()
    const said = ({ found, made }: Saved) =>
      made
        ? { text: day ? say('saved') : say('series.days.added', { count }), about: series.title, at: back }
        : say('plan.wrong', { count: found.faults.length })
    if (!(await act.run(() => asked, said))) return
    const { made } = await asked
    if (!made) return focusFirstInvalid()
    if (next) begin(made)
    forget()
    if (!next) location.hash = back
  }
  return (
    <>
      <SectionHead
        title={say(day ? 'series.day.open' : 'series.day.add')}
        trail={seriesTrail(series, translator)}
      />
      <form
        className="card panel form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <WorkshopFields call={call} typed={typed} type={type} faults={check?.faults ?? []} />
        {!day && left > 1 && (
          <DayCount
            call={call}
            date={typed.date}
            typed={typedCount}
            left={left}
            type={next => type({ count: next })}
          />
        )}
        {begins && <FirstRulesFields rules={{ quotas, openDate, openTime }} type={type} />}
        <p className="quiet">{say('series.form.footer')}</p>
        <Faults faults={check?.faults ?? []} />
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} type="submit" appearance="primary">
            {day ? say('workshop.change.save') : say('series.day.add.some', { count })}
          </ActButton>
          {!day && left > count && (
            <ActButton act={act} onPress={() => void save(true)}>
              {say('series.day.add.next')}
            </ActButton>
          )}
          <LinkButton href={back}>{say('plan.leave')}</LinkButton>
        </div>
      </form>
    </>
  )
}
