import { Field, Input, Textarea } from '@fluentui/react-components'
import { useSession } from '../../../parts/page/context.tsx'
import { lengthOf } from '../../../parts/words/length.ts'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** In characters as a person counts them. */
  readonly limit: number
  /** One without rows is a single line. */
  readonly rows?: number
  readonly optional?: boolean
  /** What is said of an empty one, once sending was tried. */
  readonly missing?: string | undefined
}

/** A text with a counter. One that is too long is never cut: it says by how much. */
export function CountedField(props: Props) {
  const { label, hint, value, onChange, limit, rows, optional = false, missing } = props
  const { say } = useSession().translator
  const count = lengthOf(value)
  const fault =
    count > limit ? say('refusal.too-long', { count, max: limit }) : count === 0 ? missing : undefined
  const field = {
    value,
    maxLength: 4_000,
    placeholder: hint ?? '',
    onChange: (_: unknown, data: { value: string }) => onChange(data.value),
  }
  return (
    <Field
      label={label}
      hint={say('tab.counter', { count, max: limit })}
      required={!optional}
      {...(fault !== undefined && { validationMessage: fault })}
    >
      {rows === undefined ? <Input {...field} /> : <Textarea {...field} rows={rows} resize="vertical" />}
    </Field>
  )
}
