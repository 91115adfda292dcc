import { Button, Field, Input } from '@fluentui/react-components'
import type {
  AxisValue,
  ClosureValue,
  MethodPartFaultView,
  PhaseValue,
} from '../../../contract/programme/form.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { wrongText } from './fault-texts.ts'
import type { FieldsProps } from './part-form.tsx'

type CellProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly faults: readonly MethodPartFaultView[]
  /** Within the part. */
  readonly path: string
  readonly type?: 'text' | 'date' | 'time' | 'number'
  readonly lang?: 'fr' | 'en'
  readonly optional?: boolean
}

/** One field, with what is wrong of it. */
export function Cell({ label, value, onChange, faults, path, type = 'text', lang, optional }: CellProps) {
  const { translator } = useSession()
  const fault = faults.find(each => each.path === path)
  return (
    <Field
      label={label}
      required={!optional}
      {...(fault && { validationMessage: wrongText(translator, fault) })}
    >
      <Input type={type} value={value} {...(lang && { lang })} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
}

/** What is wrong of a whole entry, or of none of its fields. */
export function EntryFault({ faults, path }: Pick<CellProps, 'faults' | 'path'>) {
  const { translator } = useSession()
  const fault = faults.find(each => each.path === path)
  return fault ? <Notice tone="warning">{wrongText(translator, fault)}</Notice> : null
}

/** The list with another entry at a place. */
export function put<T>(list: readonly T[], at: number, changed: Partial<T>): readonly T[] {
  return list.map((each, index) => (index === at ? { ...each, ...changed } : each))
}

export function PhaseFields({ value, onChange, faults }: FieldsProps<PhaseValue>) {
  const { translator } = useSession()
  const { say } = translator
  return value.map(({ id, title, from, until }, at) => {
    const cell = (name: string) => ({ faults, path: `${at}.${name}` })
    const edit = (changed: Partial<PhaseValue>) => onChange(put(value, at, changed))
    return (
      <fieldset key={id} className="form-entry">
        <legend>{title[translator.language] || id}</legend>
        <Cell
          {...cell('title.fr')}
          label={say('method.form.title.fr')}
          lang="fr"
          value={title.fr}
          onChange={fr => edit({ title: { ...title, fr } })}
        />
        <Cell
          {...cell('title.en')}
          label={say('method.form.title.en')}
          lang="en"
          value={title.en}
          onChange={en => edit({ title: { ...title, en } })}
        />
        <Cell
          {...cell('from')}
          label={say('method.form.from')}
          type="date"
          value={from}
          onChange={day => edit({ from: day })}
        />
        <Cell
          {...cell('until')}
          label={say('method.form.until')}
          type="date"
          value={until}
          onChange={day => edit({ until: day })}
        />
      </fieldset>
    )
  })
}

export function AxisFields({ value, onChange, faults }: FieldsProps<AxisValue>) {
  const { translator } = useSession()
  const { say } = translator
  return value.map(({ id, title, promise }, at) => {
    const cell = (name: string) => ({ faults, path: `${at}.${name}` })
    const edit = (changed: Partial<AxisValue>) => onChange(put(value, at, changed))
    return (
      <fieldset key={id} className="form-entry">
        <legend>{title[translator.language] || id}</legend>
        <Cell
          {...cell('title.fr')}
          label={say('method.form.title.fr')}
          lang="fr"
          value={title.fr}
          onChange={fr => edit({ title: { ...title, fr } })}
        />
        <Cell
          {...cell('title.en')}
          label={say('method.form.title.en')}
          lang="en"
          value={title.en}
          onChange={en => edit({ title: { ...title, en } })}
        />
        <Cell
          {...cell('promise.fr')}
          label={say('method.form.promise.fr')}
          lang="fr"
          value={promise.fr}
          onChange={fr => edit({ promise: { ...promise, fr } })}
        />
        <Cell
          {...cell('promise.en')}
          label={say('method.form.promise.en')}
          lang="en"
          value={promise.en}
          onChange={en => edit({ promise: { ...promise, en } })}
        />
      </fieldset>
    )
  })
}

export function ClosureFields({ value, onChange, faults }: FieldsProps<ClosureValue>) {
  const { say } = useSession().translator
  return (
    <>
      {value.map(({ from, until }, at) => {
        const name = say('method.form.closure', { number: at + 1 })
        const edit = (changed: Partial<ClosureValue>) => onChange(put(value, at, changed))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a closure has nothing else that names it
          <fieldset key={at} className="form-entry">
            <legend>{name}</legend>
            <Cell
              faults={faults}
              path={`${at}.from`}
              label={say('method.form.from')}
              type="date"
              value={from}
              onChange={day => edit({ from: day })}
            />
            <Cell
              faults={faults}
              path={`${at}.until`}
              label={say('method.form.until')}
              type="date"
              value={until}
              onChange={day => edit({ until: day })}
            />
            <RemoveEntry name={name} remove={() => onChange(value.filter((_, index) => index !== at))} />
          </fieldset>
        )
      })}
      <Button className="form-add" onClick={() => onChange([...value, { from: '', until: '' }])}>
        {say('method.form.closure.add')}
      </Button>
    </>
  )
}

export function RemoveEntry({ name, remove }: { name: string; remove: () => void }) {
  const { say } = useSession().translator
  return (
    <Button
      appearance="subtle"
      className="plain form-remove"
      aria-label={say('tab.act', { act: say('method.form.remove'), text: name })}
      onClick={remove}
    >
      {say('method.form.remove')}
    </Button>
  )
}
