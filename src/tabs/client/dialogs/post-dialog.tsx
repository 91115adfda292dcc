import { useState } from 'react'
import type { PostPlacesView } from '../../contract/nudges.ts'
import { mintNonce } from '../api/nonce.ts'
import { useAct } from '../page/act.tsx'
import { useDesk } from '../page/desk.tsx'
import { Notice } from '../page/notice.tsx'
import { channelText } from '../words/channel-text.ts'
import { lengthOf } from '../words/length.ts'
import type { Speech } from '../words/speech.ts'
import type { Finish } from './dialogs.tsx'
import { useDraft } from './draft.ts'
import { focusFirstInvalid, useFirstField } from './focus.ts'
import { Frame } from './frame.tsx'
import { useReading } from './reading.ts'
import type { DialogRequest } from './request.ts'
import { ScrollStop } from './scroll-stop.tsx'
import { TextField } from './text-field.tsx'
import { Waiting } from './waiting.tsx'

/** Characters as a person counts them. */
const LONGEST = 500

function placesText({ channels }: PostPlacesView, speech: Speech): string {
  return channels.map(channel => channelText(channel, speech)).join(', ')
}

type Props = { readonly request: Extract<DialogRequest, { kind: 'post' }>; readonly finish: Finish }

/** « Publier dans mon canal »: the pilot's words about something, ready to go and to be changed. */
export function PostDialog({ request, finish }: Props) {
  const { speech, acts } = useDesk()
  const { say } = speech
  const { direction, thing, of } = request
  const path = `/directions/${encodeURIComponent(direction)}/post-places?thing=${thing}&of=${encodeURIComponent(of)}`
  const { value: places, failure, again } = useReading<PostPlacesView>(path)
  useFirstField(places !== undefined)
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`post:${direction}:${thing}:${of}`, { text: request.draft })
  const { text } = draft.value
  const [done, setDone] = useState('')
  const send = async () => {
    const length = lengthOf(text)
    setTried(true)
    if (length === 0 || length > LONGEST) return focusFirstInvalid()
    const post = () => acts.post(direction, { nonce, thing, of, text })
    await act.run(post, posted => {
      const said = say('nudge.post.done.sub', { places: placesText(posted, speech) })
      draft.reset()
      setDone(said)
      return said
    })
  }
  if (done !== '') {
    return (
      <Frame title={say('nudge.post.done')} close={() => finish()} closeWord={say('tab.close')}>
        <ScrollStop>
          <Notice tone="good">{done}</Notice>
        </ScrollStop>
      </Frame>
    )
  }
  return (
    <Frame
      title={say('nudge.publish')}
      close={() => finish()}
      draft={draft}
      {...(places && { submit: { word: say('nudge.post.send'), act, send: () => void send() } })}
    >
      {!places && <Waiting failure={failure} again={again} />}
      {places && (
        <>
          <TextField
            label={say('nudge.post.text')}
            hint={say('nudge.post.text.hint')}
            limit={LONGEST}
            value={text}
            onChange={text => draft.change({ text })}
            tried={tried}
          />
          <p className="quiet">{say('nudge.post.where', { places: placesText(places, speech) })}</p>
        </>
      )}
    </Frame>
  )
}
