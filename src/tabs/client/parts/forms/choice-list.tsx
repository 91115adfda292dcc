import './choice-list.css'
import { Checkbox } from '@fluentui/react-components'

type Props = {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly choose: (chosen: string[]) => void
  readonly invalid?: boolean
}

/** Several of many, all in sight: a long list scrolls within itself. */
export function ChoiceList({ label, choices, chosen, choose, invalid = false }: Props) {
  const put = (id: string, on: boolean) => choose(on ? [...chosen, id] : chosen.filter(each => each !== id))
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands within the fieldset of the whole choice
    <div className="where-list" role="group" aria-label={label}>
      {choices.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          aria-invalid={invalid}
          onChange={(_, { checked }) => put(id, checked === true)}
        />
      ))}
    </div>
  )
}
