import { useState } from 'react'
import type { PostPlacesView } from '../../../contract/nudges.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid, useFirstField } from '../../parts/forms/field-focus.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { channelText } from '../../parts/words/channel-text.ts'
import { lengthOf } from '../../parts/words/length.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'

/** Characters as a person counts them. */
const LONGEST = 500

function placesText({ channels }: PostPlacesView, translator: Translator): string {
  return channels.map(channel => channelText(channel, translator)).join(', ')
}

function PublishedNotice({ at }: { at: number | undefined }) {
  const { say, shortDay, time } = usePersonalTab().translator
  if (at === undefined) return null
  const published = say('nudge.published', { date: shortDay(at), time: time(at) })
  return (
    <Notice tone="neutral">
      {published}. {say('cockpit.again.rule')}
    </Notice>
  )
}

type Props = { readonly request: Extract<DialogRequest, { kind: 'post' }>; readonly finish: Finish }

/** « Publier dans mon canal »: the pilot's words about something, ready to go and to be changed. */
export function PostDialog({ request, finish }: Props) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  const { direction, thing, of } = request
  const path = `/directions/${encodeURIComponent(direction)}/post-places?thing=${thing}&of=${encodeURIComponent(of)}`
  const { value: places, failure, again } = useReading<PostPlacesView>(path)
  const isAgain = places?.publishedAt !== undefined
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
    const post = () => acts.post(direction, { nonce, thing, of, text, ...(isAgain && { again: true }) })
    await act.run(post, posted => {
      const said = say('nudge.post.done.sub', { places: placesText(posted, translator) })
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
      {...(places && {
        submit: { word: say(isAgain ? 'cockpit.again' : 'nudge.post.send'), act, send: () => void send() },
      })}
    >
      {!places && <Pending failure={failure} again={again} />}
      {places && (
        <>
          <PublishedNotice at={places.publishedAt} />
          {request.question !== undefined && <p>{request.question}</p>}
          <TextField
            label={say('nudge.post.text')}
            hint={say('nudge.post.text.hint')}
            limit={LONGEST}
            value={text}
            onChange={text => draft.change({ text })}
            tried={tried}
          />
          <p className="quiet">{say('nudge.post.where', { places: placesText(places, translator) })}</p>
        </>
      )}
    </Frame>
  )
}
