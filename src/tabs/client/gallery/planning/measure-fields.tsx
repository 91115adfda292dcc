import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { useEffect, useRef } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { STEPS } from '../trial/texts.ts'
import { HintedField } from './hinted-field.tsx'
import { type MeasureDraft, MOST_MEASURES, NEW_MEASURE, TRIAL_LIMITS } from './plan-draft.ts'

type OneProps = {
  readonly measure: MeasureDraft
  readonly place: number
  readonly put: (measure: MeasureDraft) => void
  readonly remove: (() => void) | undefined
  readonly tried: boolean
}

function Kind({ measure, put }: Pick<OneProps, 'measure' | 'put'>) {
  const { say } = useSession().translator
  // What was typed of one that is there already would fit no other kind.
  if (measure.id !== undefined) return null
  return (
    <Field label={say('trial.tab.plan.kind')}>
      <RadioGroup
        value={measure.kind}
        onChange={(_, { value }) => put({ ...measure, kind: value === 'question' ? 'question' : 'number' })}
      >
        <Radio value="number" label={say('trial.tab.plan.kind.number')} />
        <Radio value="question" label={say('trial.tab.plan.kind.question')} />
      </RadioGroup>
    </Field>
  )
}

function Better({ measure, put }: Pick<OneProps, 'measure' | 'put'>) {
  const { say } = useSession().translator
  const number = measure.kind === 'number'
  return (
    <Field label={say('trial.tab.plan.better')}>
      <RadioGroup
        value={measure.better}
        onChange={(_, { value }) => put({ ...measure, better: value === 'down' ? 'down' : 'up' })}
      >
        <Radio value="up" label={say(number ? 'trial.tab.plan.better.up' : 'trial.look-in.step.5')} />
        <Radio value="down" label={say(number ? 'trial.tab.plan.better.down' : 'trial.look-in.step.1')} />
      </RadioGroup>
    </Field>
  )
}

function NumberFields({ measure, put, tried }: Pick<OneProps, 'measure' | 'put' | 'tried'>) {
  const { say } = useSession().translator
  return (
    <div className="trial-days-fields">
      <HintedField
        label={say('trial.tab.plan.unit')}
        hint={say('trial.tab.plan.unit.hint')}
        value={measure.unit}
        onChange={unit => put({ ...measure, unit })}
        limit={TRIAL_LIMITS.unit}
        tried={tried}
        optional
      />
      <HintedField
        label={say('trial.measures.start')}
        hint={say('trial.tab.plan.start.hint')}
        value={measure.start}
        onChange={start => put({ ...measure, start })}
        limit={100}
        tried={tried}
        optional
      />
    </div>
  )
}

function One({ measure, place, put, remove, tried }: OneProps) {
  const { translator } = useSession()
  const { say } = translator
  const number = measure.kind === 'number'
  const steps = STEPS.map(({ word }) => say(word)).join('\u00A0· ')
  return (
    <fieldset className="trial-measure-fields">
      <legend>{say('trial.tab.plan.measure', { place })}</legend>
      <Kind measure={measure} put={put} />
      <HintedField
        label={say(number ? 'trial.tab.plan.number' : 'trial.tab.plan.question')}
        hint={say(number ? 'trial.tab.plan.number.hint' : 'trial.tab.plan.question.hint', { steps })}
        value={measure.text}
        onChange={text => put({ ...measure, text })}
        limit={TRIAL_LIMITS.measure}
        tried={tried}
        missing={say('refusal.trial-measure-missing')}
      />
      {number && <NumberFields measure={measure} put={put} tried={tried} />}
      <Better measure={measure} put={put} />
      {remove && (
        <Button
          appearance="subtle"
          size="small"
          icon={<Delete20Regular />}
          aria-label={actName(translator, 'trial.tab.plan.measure.remove', measure.text || String(place))}
          onClick={remove}
        >
          {say('trial.tab.plan.measure.remove')}
        </Button>
      )}
    </fieldset>
  )
}

type Props = {
  readonly measures: readonly MeasureDraft[]
  readonly onChange: (measures: readonly MeasureDraft[]) => void
  readonly tried: boolean
}

/** One to three things to look at. */
export function MeasureFields({ measures, onChange, tried }: Props) {
  const { say } = useSession().translator
  const group = useRef<HTMLDivElement>(null)
  const count = useRef(measures.length)
  useEffect(() => {
    const added = measures.length > count.current
    count.current = measures.length
    if (added) group.current?.querySelector<HTMLElement>('fieldset:last-of-type input:checked')?.focus()
  }, [measures.length])
  const add = () =>
    onChange([...measures, { key: Math.max(0, ...measures.map(({ key }) => key)) + 1, ...NEW_MEASURE }])
  const remove = (gone: MeasureDraft) => {
    onChange(measures.filter(({ key }) => key !== gone.key))
    // Its button disappears with it.
    group.current?.focus()
  }
  return (
    <div className="trial-measures-fields" ref={group} tabIndex={-1}>
      {measures.map((measure, at) => (
        <One
          key={measure.key}
          measure={measure}
          place={at + 1}
          put={one => onChange(measures.map(each => (each.key === one.key ? one : each)))}
          remove={measures.length > 1 ? () => remove(measure) : undefined}
          tried={tried}
        />
      ))}
      {measures.length < MOST_MEASURES && (
        <Button className="link-add" icon={<Add20Regular />} onClick={add}>
          {say('trial.tab.plan.measure.add')}
        </Button>
      )}
    </div>
  )
}
