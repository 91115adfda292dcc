import { useEffect, useRef, useState } from 'react'
import type {
  FaultView,
  PlaceInput,
  SeriesCheckView,
  SeriesView,
} from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import type { Failure } from '../../../data/api/failure.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { CardPreview } from '../fields/card-preview.tsx'
import { WorkshopChannelsField } from '../fields/channels-field.tsx'
import { ChannelsNotice } from '../fields/channels-notice.tsx'
import { Faults } from '../fields/faults.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { faultOf } from '../fields/workshop-fields.tsx'
import { seriesTrail } from '../workshop/breadcrumbs.ts'

/** What is refused of the place itself, and so is said beside its field. */
const ABOUT_WHERE = new Set([
  ...['channel-missing', 'channel-gone', 'channel-shut', 'channels-many'],
  ...['direction-unknown', 'directions-many', 'no-bound-channel'],
])

/** Beside the field what is about it, the rest beside the button. */
function faultsOf(failure: Failure | undefined): readonly FaultView[] {
  return failure && ABOUT_WHERE.has(failure.code) ? [{ field: 'where', title: failure.title }] : []
}

const NOWHERE: PlaceInput = { channel: '', directions: [] }

type Props = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
}

/** Announcement of the drafts of a series. */
export function AnnouncePage({ call, series, keep }: Props) {
  const { translator, me } = useSession()
  const { say } = translator
  const { typed: where, type, forget } = useTyped(`announce:${series.id}`, me.name, NOWHERE)
  const [checked, setChecked] = useState<SeriesCheckView>()
  const [nonce] = useState(mintNonce)
  const [check, announce] = [useAct(), useAct()]
  const faults = faultsOf(check.failure)
  const preview = useRef<HTMLDivElement>(null)
  const path = `/series/${encodeURIComponent(series.id)}`
  const back = sectionAddress('workshops', 'series', series.id)
  const look = async () => {
    const read = async () => setChecked(await call<SeriesCheckView>('POST', `${path}/check`, { where }))
    if (!(await check.run(read, say('plan.preview.ready')))) focusFirstInvalid()
  }
  // Once it is drawn, which on a slow machine may be later than the next frame.
  useEffect(() => {
    if (checked) preview.current?.focus()
  }, [checked])
  const send = async () => {
    const put = async () => keep(await call<SeriesView>('POST', `${path}/announce`, { where, nonce }))
    if (!(await announce.run(put, { text: say('plan.announced'), about: series.title, at: back }))) return
    forget()
    location.hash = back
  }
  return (
    <>
      <SectionHead
        title={say(series.announced ? 'series.announce.more' : 'series.where')}
        trail={seriesTrail(series, translator)}
      />
      <div className="beside">
        <form
          className="card panel form"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void look()
          }}
        >
          {series.announced ? (
            <Notice tone="neutral">{say('series.preview.again')}</Notice>
          ) : (
            <WorkshopChannelsField
              call={call}
              where={where}
              choose={next => {
                type(next)
                setChecked(undefined)
              }}
              fault={faultOf(faults, 'where')}
            />
          )}
          {faults.length > 0 ? <Faults faults={faults} /> : <ActFailure act={check} />}
          <div className="acts">
            <ActButton act={check} type="submit" appearance={checked ? 'secondary' : 'primary'}>
              {say('workshop.preview')}
            </ActButton>
            <LinkButton href={back}>{say('plan.leave')}</LinkButton>
          </div>
        </form>
        {checked && (
          <div className="card panel form" ref={preview} tabIndex={-1}>
            <CardPreview preview={checked.preview} />
            {checked.targets && <ChannelsNotice targets={checked.targets} />}
            <ActFailure act={announce} />
            <div className="acts">
              <ActButton act={announce} appearance="primary" onPress={() => void send()}>
                {say(series.announced ? 'series.announce.more' : 'series.announce')}
              </ActButton>
            </div>
          </div>
        )}
      </div>
    </>
  )
}
