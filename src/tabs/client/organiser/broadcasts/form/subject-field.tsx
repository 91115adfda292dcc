import { Field, Select } from '@fluentui/react-components'
import { useSession } from '../../../parts/page/context.tsx'
import { datedTitle, thingText } from '../broadcast/texts.ts'
import type { FieldProps } from './audience-field.tsx'

/** The workshop or ballot that the card shows, with its buttons. */
export function ThingField({ fields: { thing }, change, choices }: FieldProps) {
  const { translator } = useSession()
  const { say } = translator
  return (
    <Field label={say('cast.field.thing')} {...(choices?.more && { hint: say('cast.tab.more') })}>
      <Select value={thing} onChange={(_, { value }) => change({ thing: value })}>
        <option value="">{say('cast.with.nothing')}</option>
        {choices?.things.map(each => (
          <option key={`${each.kind}:${each.id}`} value={`${each.kind}:${each.id}`}>
            {thingText(translator, each.kind, datedTitle(translator, each))}
          </option>
        ))}
      </Select>
    </Field>
  )
}
