import { useState } from 'react'
import type { PostInput, PostPlacesView } from '../../../contract/nudges.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../actions/action.tsx'
import { useDraft } from '../forms/draft.ts'
import { focusFirstInvalid, useFirstField } from '../forms/field-focus.ts'
import { TextField } from '../forms/text-field.tsx'
import { Pending } from '../lists/pending.tsx'
import { useReading } from '../lists/reading.ts'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'
import { channelText } from '../words/channel-text.ts'
import { lengthOf } from '../words/length.ts'
import type { Translator } from '../words/translator.ts'
import { Frame } from './frame.tsx'
import { ScrollStop } from './scroll-stop.tsx'

/** Characters as a person counts them. */
const LONGEST = 500

function placesText({ channels }: PostPlacesView, translator: Translator): string {
  return channels.map(channel => channelText(channel, translator)).join(', ')
}

function PublishedNotice({ at }: { at: number | undefined }) {
  const { say, shortDay, time } = useSession().translator
  if (at === undefined) return null
  const published = say('nudge.published', { date: shortDay(at), time: time(at) })
  return (
    <Notice tone="neutral">
      {published}. {say('cockpit.again.rule')}
    </Notice>
  )
}

/** What a post would be about, and the words that are proposed for it. */
export type PostProposal = Pick<PostInput, 'thing' | 'of'> & {
  readonly direction: string
  readonly draft: string
  /** The question of a ballot, which the post says above the text. */
  readonly question?: string
}

type Props = {
  readonly request: PostProposal
  readonly send: (direction: string, input: PostInput) => Promise<PostPlacesView>
  readonly finish: () => void
}

/** « Publier dans mon canal »: words about something, ready to go and to be changed. */
export function PostForm({ request, send: publish, finish }: Props) {
  const { translator } = useSession()
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
    const post = () => publish(direction, { nonce, thing, of, text, ...(isAgain && { again: true }) })
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
