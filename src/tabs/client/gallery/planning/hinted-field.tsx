import { Field, Input, Textarea } from '@fluentui/react-components'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'

type Props = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** In characters as a person counts them. */
  readonly limit: number
  /** Shows what is missing, once sending was tried. */
  readonly tried: boolean
  readonly optional?: boolean
  /** What it says while it is empty. */
  readonly missing?: string
  /** One line without it. */
  readonly rows?: number
  readonly wrong?: string | undefined
}

/** A text with a hint that stays in sight while one writes. A text that is too long is never cut: it says by how much. */
export function HintedField(props: Props) {
  const { label, hint, value, onChange, limit, tried, optional = false, rows, wrong } = props
  const { say } = useSession().translator
  const count = lengthOf(value)
  const { missing = say('refusal.empty-text') } = props
  const lack = tried && !optional && count === 0 ? missing : undefined
  const message = count > limit ? say('refusal.too-long', { count, max: limit }) : (lack ?? wrong)
  return (
    <Field label={label} required={!optional} hint={hint} {...(message && { validationMessage: message })}>
      {rows === undefined ? (
        <Input value={value} onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Textarea value={value} rows={rows} resize="vertical" onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  )
}
