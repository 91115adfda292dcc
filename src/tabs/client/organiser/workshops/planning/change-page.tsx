import { useEffect, useRef, useState } from 'react'
import { total } from '../../../../../kernel/personal-data/counts.ts'
import type { ChangeCheckView, SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import type { Translator } from '../../../parts/words/translator.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { ConfirmDialog } from '../fields/confirm-dialog.tsx'
import { Faults } from '../fields/faults.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { WorkshopFields } from '../fields/workshop-fields.tsx'
import { workshopTrail } from '../workshop/breadcrumbs.ts'

const WHAT = {
  nothing: 'plan.moved.nothing',
  when: 'plan.moved.when',
  where: 'plan.moved.where',
  both: 'plan.moved.both',
} as const

/** Whether people with a seat are notified of a move. */
const tells = ({ moved = 'nothing', told, untold }: ChangeCheckView) =>
  moved !== 'nothing' && ((told ?? 0) > 0 || (untold ?? 0) > 0)

/** How many people are notified of the change. */
function toldText({ moved = 'nothing', told: count, untold }: ChangeCheckView, { say }: Translator): string {
  const heard =
    moved === 'nothing' || count === undefined || untold === undefined
      ? []
      : [say('plan.told', { count, untold })]
  return [say(WHAT[moved]), ...heard].join(' ')
}

/** Change of an announced workshop; the number of notified people is shown beside the button, and confirmed. */
export function ChangePage({ call, sheet }: { call: Call; sheet: SheetView }) {
  const { translator, me } = useSession()
  const { say } = translator
  const { id } = sheet
  const { typed, type, forget } = useTyped(`change:${id}`, me.name, sheet.typed)
  const [check, setCheck] = useState<ChangeCheckView>()
  const [nonce] = useState(mintNonce)
  const act = useAct()
  const form = useRef<HTMLFormElement>(null)
  const [asked, ask] = useState(false)
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
  const changed = { text: say('workshop.changed'), about: sheet.title, at: back }
  const put = () => call('PUT', path, { workshop: typed, nonce })
  const leave = () => {
    forget()
    location.hash = back
  }
  const said = (found: ChangeCheckView) => {
    if (found.faults.length > 0) return say('plan.wrong', { count: found.faults.length })
    return tells(found) ? say('workshop.change.ask', { title: sheet.title }) : changed
  }
  /** Without confirmation where nobody is notified. */
  const save = async () => {
    const asked = call<ChangeCheckView>('POST', `${path}/change/check`, { workshop: typed })
    const done = await act.run(async () => {
      const found = await asked
      setCheck(found)
      if (found.faults.length === 0 && !tells(found)) await put()
      return found
    }, said)
    if (!done) return
    const found = await asked
    if (found.faults.length > 0) return focusFirstInvalid()
    if (tells(found)) return ask(true)
    leave()
  }
  const send = async () => {
    if (await act.run(put, changed)) leave()
  }
  const close = () => {
    ask(false)
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus()
  }
  const faults = check?.faults ?? []
  return (
    <>
      <SectionHead title={say('workshop.change.title')} trail={workshopTrail(sheet, translator)} />
      <form
        ref={form}
        className="card panel form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <WorkshopFields call={call} typed={typed} type={type} faults={faults} asksAxis={false} />
        <div aria-live="polite">
          {check && faults.length === 0 && <Notice tone="neutral">{toldText(check, translator)}</Notice>}
        </div>
        <Faults faults={faults} />
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} type="submit" appearance="primary">
            {say('workshop.change.save')}
          </ActButton>
          <LinkButton href={back}>{say('workshop.change.leave')}</LinkButton>
        </div>
      </form>
      {asked && check && (
        <ConfirmDialog
          title={say('workshop.change.ask', { title: sheet.title })}
          keep={say('workshop.edit')}
          sure={say('workshop.change.sure', { count: check.told ?? total([]) })}
          act={act}
          close={close}
          run={() => void send()}
        >
          <p>{toldText(check, translator)}</p>
          <p className="quiet">{say('workshop.change.ask.footer')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
