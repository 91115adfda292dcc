import { useEffect, useRef, useState } from 'react'
import type {
  CheckView,
  PlaceInput,
  PlannedView,
  TypedWorkshop,
} from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import { CardPreview } from '../fields/card-preview.tsx'
import { WorkshopChannelsField } from '../fields/channels-field.tsx'
import { ChannelsNotice } from '../fields/channels-notice.tsx'
import { Faults } from '../fields/faults.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { faultOf, WorkshopFields } from '../fields/workshop-fields.tsx'

const EMPTY = {
  ...{ title: '', description: '', axis: '', date: '', start: '09:30', end: '12:30' },
  ...{ place: '', link: '', seats: '30', channel: '', directions: [] as string[] },
}

/** A single workshop: form, preview, announcement. */
export function NewPage({ call }: { call: Call }) {
  const { translator, me } = useSession()
  const { say } = translator
  const { typed, type, forget } = useTyped('workshop', me.name, EMPTY)
  const [checked, setChecked] = useState<CheckView>()
  const [nonce] = useState(mintNonce)
  const [check, announce] = [useAct(), useAct()]
  const preview = useRef<HTMLDivElement>(null)
  const { channel, directions, ...fields } = typed
  const workshop: TypedWorkshop = fields
  const where: PlaceInput = { channel, directions }
  const ready = checked?.preview && checked.targets && checked.faults.length === 0
  const change = (next: Partial<typeof typed>) => {
    type(next)
    // What was looked at is no longer what would be announced.
    setChecked(before => before && { faults: before.faults })
  }
  const look = async () => {
    const asked = call<CheckView>('POST', '/workshops/check', { workshop, where })
    const done = await check.run(
      () => asked,
      ({ faults }) =>
        faults.length > 0 ? say('plan.wrong', { count: faults.length }) : say('plan.preview.ready'),
    )
    if (!done) return
    const answer = await asked
    setChecked(answer)
    if (answer.faults.length > 0) focusFirstInvalid()
  }
  // Once it is drawn, which on a slow machine may be later than the next frame.
  useEffect(() => {
    if (checked?.faults.length === 0) preview.current?.focus()
  }, [checked])
  const send = async () => {
    const asked = call<PlannedView>('POST', '/workshops', { workshop, where, nonce })
    if (
      !(await announce.run(
        () => asked,
        ({ id, title }) => ({
          text: say('plan.announced'),
          about: title,
          at: sectionAddress('workshops', id),
        }),
      ))
    )
      return
    forget()
    location.hash = sectionAddress('workshops', (await asked).id)
  }
  return (
    <>
      <SectionHead
        title={say('workshop.form.title')}
        trail={[{ text: say('section.workshops'), href: sectionAddress('workshops') }]}
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
          <WorkshopFields call={call} typed={workshop} type={change} faults={checked?.faults ?? []} />
          <WorkshopChannelsField
            call={call}
            where={where}
            choose={change}
            fault={faultOf(checked?.faults ?? [], 'where')}
          />
          <p className="quiet">
            {say('plan.form.several')}{' '}
            <a href={sectionAddress('workshops', 'new-series')}>{say('series.new')}</a>
          </p>
          <Faults faults={checked?.faults ?? []} />
          <ActFailure act={check} />
          <div className="acts">
            <ActButton act={check} type="submit" appearance={ready ? 'secondary' : 'primary'}>
              {say('workshop.preview')}
            </ActButton>
          </div>
        </form>
        {ready && checked.preview && checked.targets && (
          <div className="card panel form" ref={preview} tabIndex={-1}>
            <CardPreview preview={checked.preview} />
            <ChannelsNotice targets={checked.targets} />
            <ActFailure act={announce} />
            <div className="acts">
              <ActButton act={announce} appearance="primary" onPress={() => void send()}>
                {say('series.announce')}
              </ActButton>
            </div>
          </div>
        )}
      </div>
    </>
  )
}
