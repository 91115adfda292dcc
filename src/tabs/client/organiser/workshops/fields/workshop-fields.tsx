import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { momentOf } from '../../../../../kernel/time/time-zone.ts'
import type { FaultView, TypedWorkshop } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import { type DayOff, useDaysOff } from './days-off.ts'

type Props = {
  readonly call: Call
  readonly typed: TypedWorkshop
  readonly type: (change: Partial<TypedWorkshop>) => void
  readonly faults: readonly FaultView[]
  /** An announced one keeps its axis. */
  readonly asksAxis?: boolean
}

/** Errors by field. */
export function faultOf(faults: readonly FaultView[], field: FaultView['field']) {
  const title = faults.find(each => each.field === field)?.title
  return title === undefined ? {} : { validationMessage: title }
}

/** The error of the date takes precedence over notices. */
function whenFault(faults: readonly FaultView[]) {
  const fault = faultOf(faults, 'when')
  return 'validationMessage' in fault ? { ...fault, validationState: 'error' as const } : {}
}

/** Noon of the day, in the programme's zone, so that it is said as one says it. */
function dayHint(date: string, translator: Translator): { hint?: string } {
  const at = momentOf(date, '12:00', translator.zone)
  return at === undefined ? {} : { hint: capitalised(translator.shortDay(at)) }
}

const OFF = {
  holiday: 'plan.date.holiday',
  closure: 'plan.date.closure',
  rest: 'plan.date.rest',
} as const

/** Some are held on such a day on purpose: it is said, never refused. */
function dayNotice(off: DayOff | undefined, { say }: Translator) {
  return off && { validationState: 'warning' as const, validationMessage: say(OFF[off]) }
}

/** What is said of a workshop: the same fields for a new one, one that changes, and a day of a series. */
export function WorkshopFields({ call, typed, type, faults, asksAxis = true }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const daysOff = useDaysOff(call)
  return (
    <div className="form-fields">
      <Field
        label={say('workshop.field.title')}
        hint={say('workshop.field.title.hint')}
        required
        {...faultOf(faults, 'title')}
      >
        <Input value={typed.title} maxLength={1_000} onChange={(_, { value }) => type({ title: value })} />
      </Field>
      <Field
        label={say('workshop.field.description')}
        hint={say('workshop.field.description.hint')}
        {...faultOf(faults, 'description')}
      >
        <Textarea
          value={typed.description}
          maxLength={4_000}
          rows={3}
          resize="vertical"
          onChange={(_, { value }) => type({ description: value })}
        />
      </Field>
      {asksAxis && (
        <Field label={say('workshop.field.axis')} required {...faultOf(faults, 'axis')}>
          <Select value={typed.axis} onChange={(_, { value }) => type({ axis: value })}>
            <option value="">{say('workshop.field.axis.hint')}</option>
            {programme.axes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className="form-row">
        <Field
          label={say('workshop.field.date')}
          required
          {...dayHint(typed.date, translator)}
          {...dayNotice(daysOff(typed.date), translator)}
          {...whenFault(faults)}
        >
          <Input
            type="date"
            min={programme.today}
            value={typed.date}
            onChange={(_, { value }) => type({ date: value })}
          />
        </Field>
        <Field label={say('workshop.field.start')} required>
          <Input type="time" value={typed.start} onChange={(_, { value }) => type({ start: value })} />
        </Field>
        <Field label={say('workshop.field.end')} required>
          <Input type="time" value={typed.end} onChange={(_, { value }) => type({ end: value })} />
        </Field>
        <Field label={say('workshop.field.seats')} required {...faultOf(faults, 'seats')}>
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={2_000}
            value={typed.seats}
            onChange={(_, { value }) => type({ seats: value })}
          />
        </Field>
      </div>
      <Field
        label={say('workshop.field.place')}
        hint={say('workshop.field.place.hint')}
        {...faultOf(faults, 'place')}
      >
        <Input value={typed.place} maxLength={1_000} onChange={(_, { value }) => type({ place: value })} />
      </Field>
      <Field label={say('workshop.field.link')} {...faultOf(faults, 'link')}>
        <Input
          type="url"
          value={typed.link}
          maxLength={2_000}
          onChange={(_, { value }) => type({ link: value })}
        />
      </Field>
    </div>
  )
}
