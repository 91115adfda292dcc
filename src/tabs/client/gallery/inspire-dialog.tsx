import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { InitiativeSheet } from '../../contract/initiatives.ts'
import { mintNonce } from '../api/nonce.ts'
import { useDraft } from '../dialogs/draft.ts'
import { focusFirstInvalid } from '../dialogs/focus.ts'
import { Frame } from '../dialogs/frame.tsx'
import { LIMIT, TextField } from '../dialogs/text-field.tsx'
import { openTab } from '../host/navigation.ts'
import { useAct } from '../page/act.tsx'
import { useGround } from '../page/ground.tsx'
import { lengthOf } from '../words/length.ts'
import { useHall } from './hall.tsx'

type Props = { readonly sheet: InitiativeSheet; readonly finish: (id?: string) => void }

/** What the initiative says of itself, while it fits; else its title, to be gone on from. */
function useProposal({ title, inspiring, words }: InitiativeSheet): string {
  const { say } = useGround().speech
  const whole = say('gallery.inspire.text', { title, what: inspiring || words.text })
  return lengthOf(whole) <= LIMIT ? whole : say('gallery.inspire.text', { title, what: '' }).trimEnd()
}

/** « S’en inspirer »: the idea proposed to one's own Direction, which keeps the link. */
export function InspireDialog({ sheet, finish }: Props) {
  const { speech, me } = useGround()
  const { acts } = useHall()
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
    const done = speech.say('gallery.inspire.done', { direction: direction ?? '' })
    const see = (idea: string) => () => void openTab('personal', `idea:${idea}`)
    const sent = await act.run(
      () => acts.inspire(sheet, { nonce, text, unnamed }),
      ({ idea }) => ({ text: done, go: { word: speech.say('idea.see'), to: see(idea) } }),
    )
    if (!sent) return
    draft.reset()
    finish()
  }
  if (!direction) {
    return (
      <Frame
        title={speech.say('initiative.inspire')}
        close={() => finish()}
        closeWord={speech.say('tab.close')}
      >
        <p>{speech.say('gallery.inspire.none')}</p>
      </Frame>
    )
  }
  return (
    <Frame
      title={speech.say('initiative.inspire')}
      close={() => finish()}
      draft={draft}
      submit={{ word: speech.say('idea.send'), act, send: () => void send() }}
    >
      <p>{speech.say('gallery.inspire.to', { direction })}</p>
      <TextField
        label={speech.say('gallery.inspire.label')}
        value={text}
        onChange={text => draft.change({ text })}
        tried={tried}
        rows={5}
      />
      <Checkbox
        label={speech.say('idea.unnamed')}
        checked={unnamed}
        onChange={(_, { checked }) => draft.change({ unnamed: checked === true })}
      />
    </Frame>
  )
}
