import { Checkbox, Field, Label, Select, Switch } from '@fluentui/react-components'
import { useId } from 'react'
import type { BallotChoices } from '../../../contract/ballots/drafts.ts'
import { useSession } from '../../parts/page/context.tsx'
import { channelText } from '../../parts/words/channel-text.ts'
import { ChannelsField } from '../parts/channels-field.tsx'
import { ChoiceField, type FormProps, MomentFields, messageOf, NumberField } from './fields.tsx'
import { askedOf, channelOf } from './form.ts'

type Props = FormProps & { readonly choices: BallotChoices }

function KindFields({ draft, change, faults }: Props) {
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
      onChange={value => change({ kind: value })}
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

type DirectionsProps = {
  readonly chosen: readonly string[]
  readonly change: (chosen: readonly string[]) => void
  readonly fault: { readonly validationMessage?: string }
}

/** Choice of Directions, as a group with its own label and error. */
function Directions({ chosen, change, fault: { validationMessage } }: DirectionsProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const id = useId()
  return (
    <fieldset className="ballot-directions" aria-describedby={id}>
      <legend>
        <Label required>{say('ballot.field.to')}</Label>
      </legend>
      <div className="ballot-directions-list">
        {programme.directions.map(direction => (
          <Checkbox
            key={direction.id}
            label={direction.name}
            checked={chosen.includes(direction.id)}
            aria-invalid={validationMessage !== undefined}
            onChange={(_, { checked }) =>
              change(checked ? [...chosen, direction.id] : chosen.filter(each => each !== direction.id))
            }
          />
        ))}
      </div>
      <div id={id}>
        <p className="field-fault" role="alert">
          {validationMessage}
        </p>
        <p className="quiet">{say('ballot.declared')}</p>
      </div>
    </fieldset>
  )
}

function AudienceFields({ draft, change, choices, faults }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { audience, to } = draft
  return (
    <div className="ballot-choice">
      <Field label={say('ballot.field.audience')} required {...messageOf(faults, 'audience')}>
        <Select value={audience} onChange={(_, { value }) => change(askedOf(value, draft, choices))}>
          <option value="everybody">{say('ballot.for.everybody')}</option>
          <option value="directions">{say('ballot.for.directions')}</option>
          <option value="channels">{say('ballot.for.channels')}</option>
          {choices.workshops.map(({ id, title, startsAt }) => (
            <option key={id} value={`workshop:${id}`}>
              {say('ballot.for.workshop', { title: `${title}, ${translator.shortDay(startsAt)}` })}
            </option>
          ))}
        </Select>
      </Field>
      {audience === 'directions' && (
        <Directions chosen={to} change={chosen => change({ to: chosen })} fault={messageOf(faults, 'to')} />
      )}
    </div>
  )
}

function WhenFields({ draft, change, faults }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { opening, openDate, openTime, date, time } = draft
  return (
    <>
      <MomentFields
        dayLabel={say('ballot.field.date')}
        timeLabel={say('ballot.field.time')}
        day={date}
        time={time}
        least={programme.today}
        onDay={value => change({ date: value })}
        onTime={value => change({ time: value })}
        message={messageOf(faults, 'date')}
      />
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
    </>
  )
}

/** How one votes, who, where, until when, and what makes it count. */
export function RuleFields(props: Props) {
  const { draft, change, choices, faults } = props
  const { translator } = useSession()
  const { say } = translator
  const secret = draft.secret === 'on'
  return (
    <>
      <KindFields {...props} />
      <AudienceFields {...props} />
      <ChannelsField
        channels={choices.channels.map(each => ({ id: each.id, title: channelText(each, translator) }))}
        where={{ channel: draft.channel, directions: draft.places }}
        choose={where => change({ channel: where.channel, places: where.directions, placed: true })}
        fault={messageOf(faults, 'channel')}
        hint={
          channelOf(draft.audience, choices) === draft.channel ? say('ballots.channel.workshop') : undefined
        }
      />
      <WhenFields {...props} />
      <Field hint={say('ballot.field.secret.hint')} {...messageOf(faults, 'secret')}>
        <Switch
          label={say('ballot.field.secret')}
          checked={secret}
          onChange={(_, { checked }) => change({ secret: checked ? 'on' : 'off' })}
        />
      </Field>
      {!secret && (
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
    </>
  )
}
