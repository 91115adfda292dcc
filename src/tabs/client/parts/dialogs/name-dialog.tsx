import { useState } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../actions/action.tsx'
import { useSession } from '../page/context.tsx'
import { Frame } from './frame.tsx'

/** Texts about the removal of one's name: rules before the act, the act, and its confirmation. */
export type NameWords = Readonly<Record<'act' | 'title' | 'rules' | 'done', Key>>

export const CARRY: NameWords = {
  act: 'initiative.carry',
  title: 'gallery.carry.title',
  rules: 'gallery.carry.rules',
  done: 'gallery.carry.done',
}

type Props = {
  readonly words: NameWords
  /** What it is about. */
  readonly text: string
  /** The nonce stays while it is tried again. */
  readonly take: (nonce: string) => Promise<unknown>
  readonly finish: (done: boolean) => void
}

/** « Je rejoins », « Je la porte », and the way out of both. */
export function NameDialog({ words, text, take, finish }: Props) {
  const { translator } = useSession()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const send = async () => {
    if (await act.run(() => take(nonce), translator.say(words.done))) finish(true)
  }
  return (
    <Frame
      title={translator.say(words.title)}
      close={() => finish(false)}
      closeWord={translator.say('tab.close')}
      submit={{ word: translator.say(words.act), act, send: () => void send() }}
    >
      <p className="words">{text}</p>
      <p>{translator.say(words.rules)}</p>
    </Frame>
  )
}
