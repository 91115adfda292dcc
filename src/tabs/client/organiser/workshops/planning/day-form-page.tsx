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
import { useTyped } from '../fields/unsaved-form.ts'
import { WorkshopFields } from '../fields/workshop-fields.tsx'
import { seriesTrail } from '../workshop/breadcrumbs.ts'

type Props = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
  /** The draft that changes; one more day without it. */
  readonly day?: SheetView
}

/** One day of a series, as long as it is a draft. */
export function DayFormPage({ call, series, keep, day }: Props) {
  const { translator, me } = useSession()
  const { say } = translator
  const form = day ? `day:${day.id}` : `day:${series.id}:${series.days.length}`
  const { typed, type, forget } = useTyped(form, me.name, day?.typed ?? series.proposed)
  const [check, setCheck] = useState<CheckView>()
  const [nonce] = useState(mintNonce)
  const act = useAct()
  const back = sectionAddress('workshops', 'series', series.id)
  const save = async () => {
    let found: CheckView | undefined
    const done = await act.run(
      async () => {
        found = await call<CheckView>('POST', '/workshops/check', { workshop: typed })
        setCheck(found)
        if (found.faults.length > 0) return found
        keep(
          day
            ? await call<SeriesView>('PUT', `/days/${encodeURIComponent(day.id)}`, { workshop: typed })
            : await call<SeriesView>('POST', `/series/${encodeURIComponent(series.id)}/days`, {
                workshop: typed,
                nonce,
              }),
        )
        return found
      },
      ({ faults }) =>
        faults.length > 0
          ? say('plan.wrong', { count: faults.length })
          : { text: say(day ? 'saved' : 'series.day.added'), about: series.title, at: back },
    )
    if (!done) return
    if (found && found.faults.length > 0) return focusFirstInvalid()
    forget()
    location.hash = back
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
        <p className="quiet">{say('series.day.footer')}</p>
        <Faults faults={check?.faults ?? []} />
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} type="submit" appearance="primary">
            {say('workshop.change.save')}
          </ActButton>
          <LinkButton href={back}>{say('plan.leave')}</LinkButton>
        </div>
      </form>
    </>
  )
}
