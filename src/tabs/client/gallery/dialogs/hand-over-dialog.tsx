import { useState } from 'react'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ColleagueField } from '../../parts/forms/colleague-field.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useSession } from '../../parts/page/context.tsx'
import { useGalleryTab } from '../initiative/context.tsx'

type Props = { readonly sheet: InitiativeSheet; readonly finish: (id?: string) => void }

/** « Passer la main »: another member carries it from then on. */
export function HandOverDialog({ sheet, finish }: Props) {
  const { translator } = useSession()
  const { acts } = useGalleryTab()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const [to, setTo] = useState('')
  const { id, title, heirs = [], mine } = sheet
  const send = async () => {
    setTried(true)
    const heir = heirs.find(one => one.id === to)
    if (!heir) return focusFirstInvalid()
    const done = translator.say('gallery.handOver.done', { name: heir.name })
    if (await act.run(() => acts.handOver(sheet, to), { text: done, about: title }))
      finish(`taking-part-${id}`)
  }
  return (
    <Frame
      title={translator.say('initiative.hand-over')}
      close={() => finish()}
      submit={{ word: translator.say('initiative.hand-over'), act, send: () => void send() }}
    >
      <p className="words">{title}</p>
      <p>{translator.say(mine ? 'gallery.handOver.rules' : 'gallery.handOver.other')}</p>
      <ColleagueField
        choices={heirs.map(heir => ({ id: heir.id, title: heir.name }))}
        value={to}
        onChange={setTo}
        tried={tried}
      />
    </Frame>
  )
}
