import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { BallotFormDraft, BallotFormFault, FieldName } from './form.ts'

/** A form's values, errors and setter. */
export type FormProps = {
  readonly draft: BallotFormDraft
  readonly faults: readonly BallotFormFault[]
  readonly change: (part: Partial<BallotFormDraft>) => void
}

/** What is wrong with a field, beside it. */
export function messageOf(
  faults: readonly BallotFormFault[],
  field: FieldName,
): { readonly validationMessage?: string } {
  const found = faults.find(each => each.field === field)
  return found ? { validationMessage: found.text } : {}
}

type NumberProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Optional. */
  readonly optional?: boolean
  readonly message: { readonly validationMessage?: string }
}

export function NumberField({ label, value, onChange, optional = false, message }: NumberProps) {
  return (
    <Field label={label} required={!optional} {...message}>
      <Input
        inputMode="numeric"
        className="ballot-number"
        value={value}
        maxLength={9}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  )
}

type MomentProps = {
  readonly dayLabel: string
  readonly timeLabel: string
  readonly day: string
  readonly time: string
  readonly least: string
  readonly onDay: (day: string) => void
  readonly onTime: (time: string) => void
  readonly message: { readonly validationMessage?: string }
}

export function MomentFields(props: MomentProps) {
  const { dayLabel, timeLabel, day, time, least, onDay, onTime, message } = props
  return (
    <div className="ballot-moment">
      <Field label={dayLabel} required {...message}>
        <Input type="date" value={day} min={least} onChange={(_, { value }) => onDay(value)} />
      </Field>
      <Field label={timeLabel} required>
        <Input type="time" value={time} onChange={(_, { value }) => onTime(value)} />
      </Field>
    </div>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly choices: readonly (readonly [T, string])[]
  readonly onChange: (value: T) => void
  readonly children?: ReactNode
}

/** A few choices, all visible, each with its own fields below. */
export function ChoiceField<T extends string>({ label, value, choices, onChange, children }: ChoiceProps<T>) {
  return (
    <div className="ballot-choice">
      <Field label={label}>
        <RadioGroup value={value} onChange={(_, data) => onChange(data.value as T)}>
          {choices.map(([name, text]) => (
            <Radio key={name} value={name} label={text} />
          ))}
        </RadioGroup>
      </Field>
      {children}
    </div>
  )
}
