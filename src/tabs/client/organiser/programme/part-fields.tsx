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

type EntryProps<T> = Pick<CellProps, 'faults'> & {
  /** Of the entry in its part. */
  readonly at: number
  readonly value: T
  readonly onChange: (value: T) => void
}

const LABELS = {
  title: { fr: 'method.form.title.fr', en: 'method.form.title.en' },
  promise: { fr: 'method.form.promise.fr', en: 'method.form.promise.en' },
} as const

/** A text of an entry, in both languages of the method. */
function TextFields({
  name,
  at,
  faults,
  value,
  onChange,
}: EntryProps<AxisValue['title']> & { readonly name: keyof typeof LABELS }) {
  const { say } = useSession().translator
  return (['fr', 'en'] as const).map(lang => (
    <Cell
      key={lang}
      faults={faults}
      path={`${at}.${name}.${lang}`}
      label={say(LABELS[name][lang])}
      lang={lang}
      value={value[lang]}
      onChange={text => onChange({ ...value, [lang]: text })}
    />
  ))
}

/** The first and the last day of an entry. */
function DayFields({ at, faults, value, onChange }: EntryProps<ClosureValue>) {
  const { say } = useSession().translator
  return (
    <>
      <Cell
        faults={faults}
        path={`${at}.from`}
        label={say('method.form.from')}
        type="date"
        value={value.from}
        onChange={from => onChange({ ...value, from })}
      />
      <Cell
        faults={faults}
        path={`${at}.until`}
        label={say('method.form.until')}
        type="date"
        value={value.until}
        onChange={until => onChange({ ...value, until })}
      />
    </>
  )
}

export function PhaseFields({ value, onChange, faults }: FieldsProps<PhaseValue>) {
  const { translator } = useSession()
  return value.map(({ id, title, from, until }, at) => {
    const edit = (changed: Partial<PhaseValue>) => onChange(put(value, at, changed))
    return (
      <fieldset key={id} className="form-entry">
        <legend>{title[translator.language] || id}</legend>
        <TextFields name="title" at={at} faults={faults} value={title} onChange={title => edit({ title })} />
        <DayFields at={at} faults={faults} value={{ from, until }} onChange={edit} />
      </fieldset>
    )
  })
}

export function AxisFields({ value, onChange, faults }: FieldsProps<AxisValue>) {
  const { translator } = useSession()
  return value.map(({ id, title, promise }, at) => {
    const edit = (changed: Partial<AxisValue>) => onChange(put(value, at, changed))
    return (
      <fieldset key={id} className="form-entry">
        <legend>{title[translator.language] || id}</legend>
        <TextFields name="title" at={at} faults={faults} value={title} onChange={title => edit({ title })} />
        <TextFields
          name="promise"
          at={at}
          faults={faults}
          value={promise}
          onChange={promise => edit({ promise })}
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
            <DayFields at={at} faults={faults} value={{ from, until }} onChange={edit} />
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
