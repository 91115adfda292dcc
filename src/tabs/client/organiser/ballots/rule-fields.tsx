import { Checkbox, Field, Label, Select } from '@fluentui/react-components'
import { useId } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { BallotChoices } from '../../../contract/ballots/drafts.ts'
import { useSession } from '../../parts/page/context.tsx'
import { ChannelsField } from '../parts/channels-field.tsx'
import { ChoiceField, type FormProps, MomentFields, messageOf } from './fields.tsx'
import { askedOf, type BallotFormDraft, channelsOf } from './form.ts'
import { OtherFields } from './other-fields.tsx'
import { roomOf } from './presets.ts'

type Props = FormProps & { readonly choices: BallotChoices }

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

/** Whom it asks; a room that is together now votes before it parts. */
function endsOf(audience: string, draft: BallotFormDraft, choices: BallotChoices): Partial<BallotFormDraft> {
  const near = roomOf(audience, choices, systemClock.now()) !== undefined
  return { ...askedOf(audience, draft, choices), ends: near ? 'soon' : 'day' }
}

function AudienceFields({ draft, change, choices, faults }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { audience, to } = draft
  return (
    <div className="ballot-choice">
      <Field label={say('ballot.field.audience')} required {...messageOf(faults, 'audience')}>
        <Select value={audience} onChange={(_, { value }) => change(endsOf(value, draft, choices))}>
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

/** A quarter of an hour, where the room that it asks is together now; else a day and an hour. */
function EndFields({ draft, change, choices, faults }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { date, time, ends, audience } = draft
  const near = roomOf(audience, choices, systemClock.now()) !== undefined
  const moment = (
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
  )
  if (!near && ends === 'day') return moment
  return (
    <ChoiceField
      label={say('ballots.ends')}
      value={ends}
      choices={[
        ['soon', say('ballots.ends.soon')],
        ['day', say('ballots.ends.day')],
      ]}
      onChange={value => change({ ends: value })}
    >
      {ends === 'day' && moment}
    </ChoiceField>
  )
}

/** How one votes by now, in a line: what is folded is no secret. */
function KindLine({ draft: { kind, most, per, secret } }: Props) {
  const { say } = useSession().translator
  const how =
    kind === 'single'
      ? say('ballot.kind.single')
      : kind === 'dots'
        ? say('ballots.kind.dots', { most, per })
        : say('ballots.kind.approval', { most })
  return (
    <div>
      <strong>{say('ballot.field.kind')}</strong>
      <p>{secret === 'on' ? `${how} · ${say('ballot.field.secret')}` : how}</p>
    </div>
  )
}

/** Who votes, where it appears and until when; the rest folded. */
export function RuleFields(props: Props) {
  const { draft, change, choices, faults } = props
  const { say } = useSession().translator
  const usual = channelsOf(draft.audience, choices)
  return (
    <>
      <KindLine {...props} />
      <AudienceFields {...props} />
      <ChannelsField
        where={{ channels: draft.channels, directions: draft.places }}
        choose={where => change({ channels: where.channels, places: where.directions, placed: true })}
        fault={messageOf(faults, 'channel')}
        hint={
          usual.length > 0 && usual.join() === draft.channels.join()
            ? say('ballots.channel.workshop')
            : undefined
        }
      />
      <EndFields {...props} />
      <OtherFields {...props} />
    </>
  )
}
