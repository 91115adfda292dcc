import { useState } from 'react'
import type { CheckView, PlannedView, TypedWorkshop } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { ChannelsField } from '../../parts/channels-field.tsx'
import { LivePreview } from '../../parts/live-preview.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { useLiveCheck } from '../../parts/use-live-check.ts'
import { Faults } from '../fields/faults.tsx'
import { keepLast, lastAnnounced } from '../fields/last-announced.ts'
import { useTyped } from '../fields/unsaved-form.ts'
import { faultOf, WorkshopFields } from '../fields/workshop-fields.tsx'

const EMPTY = {
  ...{ title: '', description: '', axis: '', date: '', start: '09:30', end: '12:30' },
  ...{ place: '', link: '', seats: '30', channels: [] as string[], directions: [] as string[] },
}

type Announced = { readonly found: CheckView; readonly made?: PlannedView }

/** A single workshop: its form, the card as it will read beside it, and its announcement. */
export function NewPage({ call }: { call: Call }) {
  const { translator, me } = useSession()
  const { say } = translator
  const [begun] = useState(() => ({ ...EMPTY, ...lastAnnounced() }))
  const { typed, type, forget } = useTyped('workshop', me.name, begun)
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const act = useAct()
  const { channels, directions, ...fields } = typed
  const workshop: TypedWorkshop = fields
  const where = { channels, directions }
  const { checked, check } = useLiveCheck<CheckView>(
    call,
    '/workshops/check',
    { workshop, where },
    workshop.title.trim() === '',
  )
  // Nobody is told of what they have not come to yet.
  const faults = tried ? (checked?.faults ?? []) : []
  const announce = async (): Promise<Announced> => {
    const found = await check()
    if (found.faults.length > 0) return { found }
    return { found, made: await call<PlannedView>('POST', '/workshops', { workshop, where, nonce }) }
  }
  const send = async () => {
    setTried(true)
    const asked = announce()
    const said = ({ found, made }: Announced) =>
      made
        ? { text: say('plan.announced'), about: made.title, at: sectionAddress('workshops', made.id) }
        : say('plan.wrong', { count: found.faults.length })
    if (!(await act.run(() => asked, said))) return
    const { made } = await asked
    if (!made) return focusFirstInvalid()
    keepLast({ axis: workshop.axis, ...where })
    forget()
    location.hash = sectionAddress('workshops', made.id)
  }
  return (
    <>
      <SectionHead
        title={say('workshop.form.title')}
        trail={[{ text: say('section.workshops'), href: sectionAddress('workshops') }]}
      />
      <div className="beside">
        <form className="card panel form" noValidate onSubmit={event => event.preventDefault()}>
          <WorkshopFields call={call} typed={workshop} type={type} faults={faults} />
          <ChannelsField where={where} choose={type} proposes fault={faultOf(faults, 'where')} />
          <p className="quiet">
            {say('plan.form.several')}{' '}
            <a href={sectionAddress('workshops', 'new-series')}>{say('series.new')}</a>
          </p>
        </form>
        <div className="card panel beside-card">
          <LivePreview card={checked?.preview} />
          <Faults faults={faults} />
          <ActFailure act={act} />
          <div className="acts">
            <ActButton act={act} appearance="primary" onPress={() => void send()}>
              {say('series.announce')}
            </ActButton>
          </div>
        </div>
      </div>
    </>
  )
}
