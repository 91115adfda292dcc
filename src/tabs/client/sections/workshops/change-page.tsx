import { useEffect, useState } from 'react'
import type { ChangeCheckView, SheetView } from '../../../contract/planning.ts'
import type { Call } from '../../api/call.ts'
import { mintNonce } from '../../api/nonce.ts'
import { focusFirstInvalid } from '../../dialogs/focus.ts'
import { sectionAddress } from '../../organiser/address.ts'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { Faults } from './faults.tsx'
import { LinkButton } from './link-button.tsx'
import { workshopTrail } from './trail.ts'
import { useTyped } from './use-typed.ts'
import { WorkshopFields } from './workshop-fields.tsx'

const WHAT = {
  nothing: 'plan.moved.nothing',
  when: 'plan.moved.when',
  where: 'plan.moved.where',
  both: 'plan.moved.both',
} as const

/** Who hears of the change, and of what. */
function Told({ check: { moved = 'nothing', told } }: { check: ChangeCheckView }) {
  const { say } = useGround().speech
  const heard = moved === 'nothing' || told === undefined ? '' : say('plan.told', { count: told })
  return (
    <Notice tone="neutral">
      {say(WHAT[moved])} {heard}
    </Notice>
  )
}

/** An announced workshop that changes: who is told of what stands beside the button before it is pressed. */
export function ChangePage({ call, sheet }: { call: Call; sheet: SheetView }) {
  const { speech, me } = useGround()
  const { say } = speech
  const { id } = sheet
  const { typed, type, forget } = useTyped(`change:${id}`, me.name, sheet.typed)
  const [check, setCheck] = useState<ChangeCheckView>()
  const [nonce] = useState(mintNonce)
  const act = useAct()
  const path = `/workshops/${encodeURIComponent(id)}`
  const back = sectionAddress('workshops', id)
  // Asked a moment after the last key, so that the sentence follows what is typed.
  useEffect(() => {
    let late = false
    const later = setTimeout(() => {
      call<ChangeCheckView>('POST', `${path}/change/check`, { workshop: typed }).then(
        found => late || setCheck(found),
        () => {},
      )
    }, 400)
    return () => {
      late = true
      clearTimeout(later)
    }
  }, [call, path, typed])
  const save = async () => {
    const asked = call<ChangeCheckView>('POST', `${path}/change/check`, { workshop: typed })
    const done = await act.run(
      async () => {
        const found = await asked
        setCheck(found)
        if (found.faults.length === 0) await call('PUT', path, { workshop: typed, nonce })
        return found
      },
      ({ faults }) =>
        faults.length > 0 ? say('plan.wrong', { count: faults.length }) : say('workshop.changed'),
    )
    if (!done) return
    if ((await asked).faults.length > 0) return focusFirstInvalid()
    forget()
    location.hash = back
  }
  const faults = check?.faults ?? []
  return (
    <>
      <SectionHead title={say('workshop.change.title')} trail={workshopTrail(sheet, speech)} />
      <form
        className="card panel form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <WorkshopFields call={call} typed={typed} type={type} faults={faults} asksAxis={false} />
        <div aria-live="polite">{check && faults.length === 0 && <Told check={check} />}</div>
        <Faults faults={faults} />
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} type="submit" appearance="primary">
            {say('workshop.change.save')}
          </ActButton>
          <LinkButton href={back}>{say('workshop.change.leave')}</LinkButton>
        </div>
      </form>
    </>
  )
}
