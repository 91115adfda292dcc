import { Button, Checkbox, Field, Select } from '@fluentui/react-components'
import type { RuleValue, ThresholdValue } from '../../../contract/programme/form.ts'
import type { NudgeRuleView } from '../../../contract/programme/method.ts'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { Cell, EntryFault, put, RemoveEntry } from './part-fields.tsx'
import type { FieldsProps } from './part-form.tsx'
import { ruleText, whenText } from './rule-texts.ts'
import { thresholdText } from './threshold-texts.ts'

const shown = (number: number | undefined) =>
  number === undefined || Number.isNaN(number) ? '' : String(number)
/** What is empty is 0, which the server refuses with its bound. */
const typed = (text: string) => Math.trunc(Number(text)) || 0

/** The wall clock of a pattern, `HH:MM`. */
function timeIn(at: string): string {
  const [minute = '0', hour = '0'] = at.split(' ')
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** The same days at another time. */
function atTime(at: string, time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return [String(Number(minute)), String(Number(hour)), ...at.split(' ').slice(2)].join(' ')
}

type RuleProps = FieldsProps<RuleValue> & { readonly rules: readonly NudgeRuleView[] }

/** Whether each rule is run, at what time, and with what measure: the days of the week stay as they are. */
export function RuleFields({ value, onChange, faults, rules }: RuleProps) {
  const { translator } = useSession()
  const { say } = translator
  return value.map((rule, at) => {
    const { id, off = false, days, patience, every } = rule
    const known = rules.find(each => each.id === id)
    const cell = (name: string) => ({ faults, path: `${at}.${name}`, type: 'number' as const })
    const edit = (changed: Partial<RuleValue>) => onChange(put(value, at, changed))
    return (
      <fieldset key={id} className="form-entry">
        <legend>{known ? ruleText(translator, known) : id}</legend>
        <p className="quiet form-whole">
          {capitalised(whenText(translator, { id, kind: '', at: rule.at, measures: {}, off }))}
        </p>
        <Checkbox
          className="form-whole"
          label={say('method.form.on')}
          checked={!off}
          onChange={(_, { checked }) => edit({ off: checked === true ? undefined : true })}
        />
        <Cell
          faults={faults}
          path={`${at}.at`}
          label={say('method.form.time')}
          type="time"
          value={timeIn(rule.at)}
          onChange={time => time !== '' && edit({ at: atTime(rule.at, time) })}
        />
        {days !== undefined && (
          <Cell
            {...cell('days')}
            label={say('method.form.days')}
            value={shown(days)}
            onChange={text => edit({ days: typed(text) })}
          />
        )}
        {patience !== undefined && (
          <Cell
            {...cell('patience')}
            label={say('method.form.patience')}
            value={shown(patience)}
            onChange={text => edit({ patience: typed(text) })}
          />
        )}
        {every !== undefined && (
          <Cell
            {...cell('every')}
            label={say('method.form.every')}
            value={shown(every)}
            onChange={text => edit({ every: typed(text) })}
          />
        )}
        <EntryFault faults={faults} path={String(at)} />
      </fieldset>
    )
  })
}

export function ThresholdFields({ value, onChange, faults }: FieldsProps<ThresholdValue>) {
  const { translator } = useSession()
  const { say } = translator
  return (
    <>
      {value.map((threshold, at) => {
        const { supports, directions, days, by } = threshold
        const name = thresholdText(translator, { ...threshold, directions: directions ?? 0 })
        const cell = (field: string) => ({ faults, path: `${at}.${field}`, type: 'number' as const })
        const edit = (changed: Partial<ThresholdValue>) => onChange(put(value, at, changed))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a threshold has nothing else that names it
          <fieldset key={at} className="form-entry">
            <legend>{name}</legend>
            <Cell
              {...cell('supports')}
              label={say('method.form.supports')}
              value={shown(supports)}
              onChange={text => edit({ supports: typed(text) })}
            />
            <Cell
              {...cell('directions')}
              label={say('method.form.directions')}
              optional
              value={shown(directions)}
              onChange={text => edit({ directions: text === '' ? undefined : typed(text) })}
            />
            <Cell
              {...cell('days')}
              label={say('method.form.within')}
              value={shown(days)}
              onChange={text => edit({ days: typed(text) })}
            />
            <Field label={say('method.form.by')}>
              <Select
                value={by}
                onChange={(_, data) => edit({ by: data.value === 'direction' ? 'direction' : 'lab' })}
              >
                <option value="direction">{capitalised(say('method.threshold.direction'))}</option>
                <option value="lab">{capitalised(say('method.threshold.lab'))}</option>
              </Select>
            </Field>
            <EntryFault faults={faults} path={String(at)} />
            <RemoveEntry name={name} remove={() => onChange(value.filter((_, index) => index !== at))} />
          </fieldset>
        )
      })}
      <Button
        className="form-add"
        onClick={() => onChange([...value, { supports: 30, days: 30, by: 'lab' }])}
      >
        {say('method.form.threshold.add')}
      </Button>
    </>
  )
}
