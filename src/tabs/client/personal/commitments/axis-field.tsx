import { Field, Select } from '@fluentui/react-components'
import { useSession } from '../../parts/page/context.tsx'

type Props = {
  readonly value: string
  readonly onChange: (axis: string) => void
  readonly tried: boolean
  /** What it is asked for is out already: nothing waits for it. */
  readonly optional?: boolean
}

/** The programme's axes. The system's own list: one thumb on a phone, arrows on a keyboard. */
export function AxisField({ value, onChange, tried, optional = false }: Props) {
  const { translator, programme } = useSession()
  const message = tried && !value ? { validationMessage: translator.say('refusal.axis-missing') } : {}
  const promise = programme.axes.find(({ id }) => id === value)?.promise
  return (
    <Field
      label={translator.say('idea.axis')}
      required={!optional}
      hint={promise ?? translator.say('idea.axis.ask')}
      {...message}
    >
      {/* The browser calls an empty list wrong from the start where `required` is its own attribute. */}
      <Select
        required={false}
        aria-required={!optional}
        value={value}
        onChange={(_, data) => onChange(data.value)}
      >
        <option value="" disabled>
          {translator.say('idea.axis.placeholder')}
        </option>
        {programme.axes.map(axis => (
          <option key={axis.id} value={axis.id}>
            {axis.title}
          </option>
        ))}
      </Select>
    </Field>
  )
}
