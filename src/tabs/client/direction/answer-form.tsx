import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { IdeaView } from '../../contract/ideas.ts'
import { lengthOf, TextField } from '../dialogs/text-field.tsx'
import { useGround } from '../page/ground.tsx'

/** What an answer may hold, in characters as a person counts them. */
const LONGEST = 600

type Props = {
  readonly idea: IdeaView
  /** What was typed before: an answer that could not be sent comes back. */
  readonly typed: string
  /** Takes the focus when it appears because somebody asked for it. */
  readonly focused: boolean
  readonly send: (text: string) => void
}

/** « Votre réponse à Yann L. » */
export function AnswerForm({ idea, typed, focused, send }: Props) {
  const { speech } = useGround()
  const [text, setText] = useState(typed)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const reach = () => form.current?.querySelector('textarea')?.focus()
  useEffect(() => {
    if (focused) form.current?.querySelector('textarea')?.focus()
  }, [focused])
  const label = idea.author
    ? speech.say('direction.answer', { name: idea.author })
    : speech.say('direction.answer.unnamed')
  return (
    <form
      ref={form}
      className="answering"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        const length = lengthOf(text)
        if (length === 0 || length > LONGEST) reach()
        else send(text)
      }}
    >
      <TextField
        label={label}
        hint={speech.say('direction.answer.hint')}
        limit={LONGEST}
        rows={2}
        value={text}
        onChange={setText}
        tried={tried}
      />
      <Button type="submit" appearance="primary">
        {speech.say('direction.reply')}
      </Button>
    </form>
  )
}
