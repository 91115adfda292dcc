import { Button, Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useId } from 'react'
import type { BroadcastChoices } from '../../../../contract/broadcasts.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { datedTitle, type PersonRole, ROLE_NAMES, roleText } from '../broadcast/texts.ts'
import { audienceFault, type Fields } from './fields.ts'

export type FieldProps = {
  readonly fields: Fields
  readonly change: (change: Partial<Fields>) => void
  readonly choices: BroadcastChoices | undefined
  /** Shows what is missing, once sending was tried. */
  readonly tried: boolean
}

/** Every Direction in the programme's order, all or none at one press. */
function Directions({ fields: { directions }, change }: FieldProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const legend = useId()
  const put = (id: string, on: boolean) =>
    change({ directions: on ? [...directions, id] : directions.filter(each => each !== id) })
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands within the fieldset of the whole choice
    <div className="cast-more" role="group" aria-labelledby={legend}>
      <div className="cast-directions-head">
        <span id={legend} className="words">
          {say('cast.field.directions.hint')}
        </span>
        <span className="quiet" role="status">
          {say('cast.tab.directions.count', { count: directions.length })}
        </span>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => change({ directions: programme.directions.map(({ id }) => id) })}
        >
          {say('cast.tab.directions.all')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => change({ directions: [] })}>
          {say('cast.tab.directions.none')}
        </Button>
      </div>
      <div className="cast-directions">
        {programme.directions.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={directions.includes(id)}
            onChange={(_, { checked }) => put(id, checked === true)}
          />
        ))}
      </div>
    </div>
  )
}

function Roles({ fields: { role }, change }: FieldProps) {
  const { translator } = useSession()
  return (
    <Field className="cast-more" label={translator.say('cast.tab.to.role')} required>
      <RadioGroup value={role} onChange={(_, { value }) => change({ role: value as PersonRole })}>
        {ROLE_NAMES.map(name => (
          <Radio key={name} value={name} label={roleText(translator, name)} />
        ))}
      </RadioGroup>
    </Field>
  )
}

function Workshops({ fields: { workshop }, change, choices }: FieldProps) {
  const { translator } = useSession()
  const { say } = translator
  if (choices && choices.workshops.length === 0)
    return <p className="cast-more quiet">{say('cast.tab.to.workshop.none')}</p>
  return (
    <Field
      className="cast-more"
      label={say('cast.tab.to.workshop.which')}
      required
      {...(choices?.more && { hint: say('cast.tab.more') })}
    >
      <Select value={workshop} onChange={(_, { value }) => change({ workshop: value })}>
        <option value="" />
        {choices?.workshops.map(each => (
          <option key={each.id} value={each.id}>
            {datedTitle(translator, each)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

const KINDS = [
  ['everybody', 'cast.to.everybody'],
  ['directions', 'cast.to.directions'],
  ['roles', 'cast.tab.to.roles'],
  ['workshop', 'cast.tab.to.workshop'],
  ['channels', 'cast.to.channels'],
] as const

/** Whom it is for: first the kind, then which of them. */
export function AudienceField(props: FieldProps) {
  const { fields, change, tried } = props
  const { translator } = useSession()
  const { kind } = fields
  const fault = tried ? audienceFault(translator, fields) : undefined
  return (
    <div className="cast-audience">
      <Field
        label={translator.say('cast.field.audience')}
        required
        {...(fault && { validationMessage: fault })}
      >
        <RadioGroup value={kind} onChange={(_, { value }) => change({ kind: value as Fields['kind'] })}>
          {KINDS.map(([value, label]) => (
            <Radio key={value} value={value} label={translator.say(label)} />
          ))}
        </RadioGroup>
      </Field>
      {(kind === 'directions' || kind === 'channels') && <Directions {...props} />}
      {kind === 'roles' && <Roles {...props} />}
      {kind === 'workshop' && <Workshops {...props} />}
    </div>
  )
}
