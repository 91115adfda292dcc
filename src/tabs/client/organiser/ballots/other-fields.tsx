import '../../parts/panels/details.css'
import { Field, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { ChoiceField, type FormProps, MomentFields, messageOf, NumberField } from './fields.tsx'
import type { FieldName } from './form.ts'
import { FEW_CHOICES, FEW_DOTS } from './presets.ts'

function KindFields({ draft, change, faults }: FormProps) {
  const { say } = useSession().translator
  const { kind, most, per } = draft
  return (
    <ChoiceField
      label={say('ballot.field.kind')}
      value={kind}
      choices={[
        ['single', say('ballot.kind.single')],
        ['approval', say('ballot.kind.approval')],
        ['dots', say('ballot.kind.dots')],
      ]}
      onChange={value => change({ kind: value, ...(value === 'dots' ? FEW_DOTS : FEW_CHOICES) })}
    >
      {kind !== 'single' && (
        <NumberField
          label={say(kind === 'dots' ? 'ballots.points' : 'ballots.most')}
          value={most}
          onChange={value => change({ most: value })}
          message={messageOf(faults, 'most')}
        />
      )}
      {kind === 'dots' && (
        <NumberField
          label={say('ballot.field.per')}
          value={per}
          onChange={value => change({ per: value })}
          message={messageOf(faults, 'per')}
        />
      )}
    </ChoiceField>
  )
}

function OpeningFields({ draft, change, faults }: FormProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { opening, openDate, openTime } = draft
  return (
    <ChoiceField
      label={say('ballot.field.opening')}
      value={opening}
      choices={[
        ['now', say('ballot.opening.now')],
        ['clock', say('ballots.clock')],
        ['hand', say('ballot.opening.hand')],
      ]}
      onChange={value => change({ opening: value })}
    >
      {opening === 'clock' && (
        <MomentFields
          dayLabel={say('ballot.field.openDate')}
          timeLabel={say('ballot.field.openTime')}
          day={openDate}
          time={openTime}
          least={programme.today}
          onDay={value => change({ openDate: value })}
          onTime={value => change({ openTime: value })}
          message={messageOf(faults, 'opening')}
        />
      )}
    </ChoiceField>
  )
}

function SecretField({ draft, change, faults }: FormProps) {
  const { say } = useSession().translator
  return (
    <Field hint={say('ballot.field.secret.hint')} {...messageOf(faults, 'secret')}>
      <Switch
        label={say('ballot.field.secret')}
        checked={draft.secret === 'on'}
        onChange={(_, { checked }) => change({ secret: checked ? 'on' : 'off' })}
      />
    </Field>
  )
}

/** Settings that stay folded while nothing in them was refused. */
const FOLDED: readonly FieldName[] = ['most', 'per', 'opening', 'quorum', 'secret']

/** How one votes, when it opens, and what makes it count. */
export function OtherFields(props: FormProps) {
  const { draft, change, faults } = props
  const { say } = useSession().translator
  const wrong = faults.some(({ field }) => field !== undefined && FOLDED.includes(field))
  const [open, setOpen] = useState(false)
  return (
    <details
      className="unfold"
      open={open || wrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{say('ballot.room.more')}</summary>
      <div className="ballot-others">
        <KindFields {...props} />
        <OpeningFields {...props} />
        <SecretField {...props} />
        {draft.secret === 'off' && (
          <ChoiceField
            label={say('ballot.field.results')}
            value={draft.results}
            choices={[
              ['live', say('ballot.results.live')],
              ['closing', say('ballot.results.closing')],
            ]}
            onChange={value => change({ results: value })}
          />
        )}
        <NumberField
          label={say('ballot.field.quorum')}
          value={draft.quorum}
          onChange={value => change({ quorum: value })}
          optional
          message={messageOf(faults, 'quorum')}
        />
      </div>
    </details>
  )
}
