import { Checkbox, Field, Input } from '@fluentui/react-components'
import type { RulesInput } from '../../../../contract/workshops/planning.ts'
import { useSession } from '../../../parts/page/context.tsx'

type FirstRules = Pick<RulesInput, 'quotas' | 'openDate' | 'openTime'>

type Props = { readonly rules: FirstRules; readonly type: (change: Partial<FirstRules>) => void }

/** What most series settle with their first days: a share for each Direction, and from when one may register. */
export function FirstRulesFields({ rules, type }: Props) {
  const { say } = useSession().translator
  return (
    <fieldset className="where-directions">
      <legend>{say('series.rules.form')}</legend>
      <div className="form-fields">
        <Checkbox
          label={say('series.field.quotas.fair')}
          checked={rules.quotas}
          onChange={(_, { checked }) => type({ quotas: checked === true })}
        />
        <div className="form-row">
          <Field label={say('series.field.opens')}>
            <Input
              type="date"
              value={rules.openDate}
              onChange={(_, { value }) => type({ openDate: value })}
            />
          </Field>
          <Field label={say('series.field.opens.time')}>
            <Input
              type="time"
              value={rules.openTime}
              onChange={(_, { value }) => type({ openTime: value })}
            />
          </Field>
        </div>
      </div>
    </fieldset>
  )
}
