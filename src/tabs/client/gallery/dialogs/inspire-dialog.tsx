import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { clausesOf } from '../../../../kernel/text/clause.ts'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { openTab } from '../../host/navigation.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { useGalleryTab } from '../initiative/context.tsx'

type Props = { readonly sheet: InitiativeSheet; readonly finish: (id?: string) => void }

/** What the initiative says of itself, while it fits; else its title, to be gone on from. */
function useProposal({ title, inspiring, words }: InitiativeSheet): string {
  const { say } = useSession().translator
  const whole = say('gallery.inspire.text', { title, what: inspiring || words.text })
  return lengthOf(whole) <= LIMIT ? whole : say('gallery.inspire.text', { title, what: '' }).trimEnd()
}

/** What is tried where it comes from, and what one is asked of it. */
function Tried({ sheet: { tried } }: Pick<Props, 'sheet'>) {
  const { say } = useSession().translator
  if (!tried) return null
  return (
    <div className="inspire-tried">
      <p>{say('gallery.tried', clausesOf(tried))}</p>
      <p>
        <strong>{say('gallery.tried.ask')}</strong>
      </p>
    </div>
  )
}

/** « S’en inspirer »: the idea proposed to one's own Direction, which keeps the link. */
export function InspireDialog({ sheet, finish }: Props) {
  const { translator, me } = useSession()
  const { acts } = useGalleryTab()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`inspire:${sheet.id}`, { text: useProposal(sheet), unnamed: false })
  const { text, unnamed } = draft.value
  const direction = me.direction?.name
  const send = async () => {
    setTried(true)
    const length = lengthOf(text)
    if (length === 0 || length > LIMIT) return focusFirstInvalid()
    const done = translator.say('gallery.inspire.done', { direction: direction ?? '' })
    const see = (idea: string) => () => void openTab('personal', `idea:${idea}`)
    const sent = await act.run(
      () => acts.inspire(sheet, { nonce, text, unnamed }),
      ({ idea }) => ({ text: done, go: { word: translator.say('idea.see'), to: see(idea) } }),
    )
    if (!sent) return
    draft.reset()
    finish()
  }
  if (!direction) {
    return (
      <Frame
        title={translator.say('initiative.inspire')}
        close={() => finish()}
        closeWord={translator.say('tab.close')}
      >
        <p>{translator.say('gallery.inspire.none')}</p>
      </Frame>
    )
  }
  return (
    <Frame
      title={translator.say('initiative.inspire')}
      close={() => finish()}
      draft={draft}
      submit={{ word: translator.say('idea.send'), act, send: () => void send() }}
    >
      <p>{translator.say('gallery.inspire.to', { direction })}</p>
      <Tried sheet={sheet} />
      <TextField
        label={translator.say('gallery.inspire.label')}
        value={text}
        onChange={text => draft.change({ text })}
        tried={tried}
        rows={5}
      />
      <Checkbox
        label={translator.say('idea.unnamed')}
        checked={unnamed}
        onChange={(_, { checked }) => draft.change({ unnamed: checked === true })}
      />
    </Frame>
  )
}
