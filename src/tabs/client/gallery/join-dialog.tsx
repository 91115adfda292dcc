import { useState } from 'react'
import { mintNonce } from '../api/nonce.ts'
import { Frame } from '../dialogs/frame.tsx'
import { useAct } from '../page/act.tsx'
import { useGround } from '../page/ground.tsx'
import { type GalleryRequest, useHall } from './hall.tsx'

const WORDS = {
  join: {
    act: 'initiative.join',
    title: 'gallery.join.title',
    rules: 'gallery.join.rules',
    done: 'gallery.join.done',
  },
  carry: {
    act: 'initiative.carry',
    title: 'gallery.carry.title',
    rules: 'gallery.carry.rules',
    done: 'gallery.carry.done',
  },
} as const

type Props = {
  readonly request: Extract<GalleryRequest, { kind: 'join' | 'carry' }>
  readonly finish: (id?: string) => void
}

/** « Je rejoins », « Je la porte »: one's name will be shown, and that is said before. */
export function JoinDialog({ request: { kind, initiative }, finish }: Props) {
  const { speech } = useGround()
  const { acts } = useHall()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const words = WORDS[kind]
  const take = () => (kind === 'join' ? acts.join(initiative, true) : acts.carry(initiative, nonce))
  const send = async () => {
    if (await act.run(take, speech.say(words.done))) finish(`taking-part-${initiative.id}`)
  }
  return (
    <Frame
      title={speech.say(words.title)}
      close={() => finish()}
      closeWord={speech.say('tab.close')}
      submit={{ word: speech.say(words.act), act, send: () => void send() }}
    >
      <p className="words">{initiative.title}</p>
      <p>{speech.say(words.rules)}</p>
    </Frame>
  )
}
