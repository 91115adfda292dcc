import { Field, Input } from '@fluentui/react-components'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly limit: number
  /** Why it cannot stay as it is, once sending was tried. */
  readonly wrong?: string | undefined
  readonly optional?: boolean
  readonly type?: 'text' | 'url'
}

/** One line. A text that is too long is never cut: it says by how much. */
export function LineField({ label, value, onChange, limit, wrong, optional = false, type = 'text' }: Props) {
  const { say } = useSession().translator
  const count = lengthOf(value)
  const message = count > limit ? say('refusal.too-long', { count, max: limit }) : wrong
  const counter = type === 'text' ? { hint: say('tab.counter', { count, max: limit }) } : {}
  return (
    <Field label={label} required={!optional} {...counter} {...(message && { validationMessage: message })}>
      <Input type={type} value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
}
