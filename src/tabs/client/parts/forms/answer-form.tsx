import { Button } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { lengthOf } from '../words/length.ts'
import { useDraft } from './draft.ts'
import { TextField } from './text-field.tsx'

/** What an answer and a reason may hold, in characters as a person counts them. */
const LONGEST = 600

type Props = {
  readonly label: string
  readonly hint: string
  /** On the button that sends. */
  readonly word: string
  /** Finds again what was typed and not sent, until `forgetDraft`. */
  readonly draft: string
  /** What it begins with. */
  readonly typed?: string
  /** Takes the focus when it appears because somebody asked for it. */
  readonly focused: boolean
  /** Limit of characters; default: that of an answer. */
  readonly limit?: number
  readonly busy?: boolean
  readonly send: (text: string) => void
  /** Beside that button. */
  readonly children?: ReactNode
}

/** « Votre réponse à Yann L. », or why an idea is not pursued. */
export function AnswerForm({ limit = LONGEST, busy = false, ...props }: Props) {
  const { label, hint, word, draft, typed = '', focused, send, children } = props
  const { value, change } = useDraft(draft, { text: typed })
  const { text } = value
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const reach = () => form.current?.querySelector('textarea')?.focus()
  useEffect(() => {
    if (focused) form.current?.querySelector('textarea')?.focus()
  }, [focused])
  return (
    <form
      ref={form}
      className="answering"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        const length = lengthOf(text)
        if (length === 0 || length > limit) reach()
        else send(text)
      }}
    >
      <TextField
        label={label}
        hint={hint}
        limit={limit}
        rows={2}
        value={text}
        onChange={next => change({ text: next })}
        tried={tried}
      />
      <div className="acts">
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {word}
        </Button>
        {children}
      </div>
    </form>
  )
}
