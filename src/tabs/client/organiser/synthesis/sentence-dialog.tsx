import { useState } from 'react'
import type { SentenceView } from '../../../contract/ideas/synthesis.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { IdeaChoice, type SentenceIdea } from './idea-choice.tsx'
import { SentenceField } from './sentence-field.tsx'
import { type SynthesisSection, useSynthesis } from './synthesis-context.ts'

type Typed = { readonly text: string; readonly ideas: readonly SentenceIdea[] }

/** What the form begins with: ideas that are gone are no more among its own. */
function begunWith(sentence: SentenceView | undefined): Typed {
  const ideas = sentence?.ideas.filter(({ gone }) => !gone).map(({ id, text }) => ({ id, text })) ?? []
  return { text: sentence?.text ?? '', ideas }
}

type Props = {
  readonly section: SynthesisSection
  /** To be put in other words; absent for a new one. */
  readonly sentence?: SentenceView
  readonly finish: () => void
}

/** A sentence and the ideas it stands on. Why it is refused stands under its words. */
export default function SentenceDialog({ section, sentence, finish }: Props) {
  const { say } = useSession().translator
  const { axis, send: sendSentence } = useSynthesis()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft<Typed>(
    `synthesis ${axis} ${section.id ?? ''} ${sentence?.id ?? ''}`,
    begunWith(sentence),
  )
  const { text, ideas } = draft.value
  const { failure, ...still } = act
  const refused = failure?.kind === 'refusal' ? failure.title : undefined
  const send = async () => {
    setTried(true)
    const length = lengthOf(text)
    if (length === 0 || length > LIMIT || ideas.length === 0) return focusFirstInvalid()
    const typed = { text, ideas: ideas.map(({ id }) => id) }
    const sent = () =>
      sentence
        ? sendSentence('PUT', `/syntheses/sentences/${encodeURIComponent(sentence.id)}`, typed)
        : sendSentence('POST', '/syntheses/sentences', {
            nonce,
            axis,
            ...(section.id !== undefined && { theme: section.id }),
            ...typed,
          })
    const done = say(sentence ? 'synthesis.page.reword.done' : 'synthesis.page.write.done')
    if (!(await act.run(sent, done))) return focusFirstInvalid()
    draft.reset()
    finish()
  }
  const change = (part: Partial<Typed>) => {
    if (failure) act.forget()
    draft.change(part)
  }
  return (
    <Frame
      title={
        sentence
          ? say('synthesis.page.reword.title')
          : say('synthesis.page.write.title', { title: section.title })
      }
      close={finish}
      draft={draft}
      submit={{
        word: say(sentence ? 'synthesis.page.reword' : 'synthesis.page.write.send'),
        act: refused === undefined ? act : still,
        send: () => void send(),
      }}
    >
      <SentenceField
        section={section}
        value={text}
        onChange={next => change({ text: next })}
        tried={tried}
        wrong={refused}
      />
      <IdeaChoice
        section={section}
        chosen={ideas}
        change={next => change({ ideas: next })}
        invalid={tried && ideas.length === 0}
      />
    </Frame>
  )
}
