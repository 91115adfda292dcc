import { Field, Textarea } from '@fluentui/react-components'
import { useSession } from '../page/context.tsx'
import { lengthOf } from '../words/length.ts'

/** What an idea and a commitment may hold, in characters as a person counts them. */
export const LIMIT = 280

type Props = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** In characters as a person counts them. */
  readonly limit?: number
  readonly rows?: number
  /** Takes the focus when the dialog opens, before the fields above it. */
  readonly begins?: boolean
  /** May stay empty. */
  readonly optional?: boolean
  /** Shows what is missing, once sending was tried. */
  readonly tried: boolean
  /** Why it was refused, until it is changed. */
  readonly wrong?: string | undefined
}

/** Several lines with a counter. A text that is too long is never cut: it says by how much. */
export function TextField(props: Props) {
  const {
    label,
    hint,
    value,
    onChange,
    limit = LIMIT,
    rows = 4,
    begins,
    optional = false,
    tried,
    wrong,
  } = props
  const { translator } = useSession()
  const count = lengthOf(value)
  const missing = tried && !optional && count === 0 ? translator.say('refusal.empty-text') : undefined
  const message =
    count > limit ? translator.say('refusal.too-long', { count, max: limit }) : (missing ?? wrong)
  const counter = translator.say('tab.counter', { count, max: limit })
  return (
    <Field
      label={label}
      hint={counter}
      required={!optional}
      {...(message ? { validationMessage: message } : {})}
    >
      <Textarea
        value={value}
        rows={rows}
        resize="vertical"
        placeholder={hint ?? ''}
        {...(begins && { 'data-begins': true })}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  )
}
