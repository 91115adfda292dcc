import { Checkbox, Field, Input } from '@fluentui/react-components'
import type { RulesInput, SeriesView, SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import type { Confirmation } from '../../../parts/page/confirmation.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { type Crumb, SectionHead } from '../../parts/section-head.tsx'
import { NO_RULES } from '../fields/no-rules.ts'
import { useTyped } from '../fields/unsaved-form.ts'
import { seriesTrail, workshopTrail } from '../workshop/breadcrumbs.ts'

const MOST_DAYS = 60
const MOST_HOURS = 168

type NumberProps = {
  readonly label: string
  readonly value: number
  readonly min?: number
  readonly max: number
  readonly wrong: string
  readonly type: (value: number) => void
}

function NumberField({ label, value, min = 0, max, wrong, type }: NumberProps) {
  const fits = Number.isInteger(value) && value >= min && value <= max
  return (
    <Field label={label} {...(!fits && { validationMessage: wrong })}>
      <Input
        type="number"
        inputMode="numeric"
        className="number"
        min={min}
        max={max}
        value={String(value)}
        onChange={(_, data) => type(data.value === '' ? 0 : Number(data.value))}
      />
    </Field>
  )
}

const OF_SERIES = {
  reserved: 'series.field.reserved',
  release: 'series.field.release',
  closes: 'series.field.closes',
  footer: 'series.rules.footer',
} as const
const ALONE = {
  reserved: 'plan.field.reserved',
  release: 'plan.field.release',
  closes: 'plan.field.closes',
  footer: 'plan.rules.footer',
} as const

type FormProps = {
  /** Finds again what was typed and not sent. */
  readonly form: string
  readonly trail: readonly Crumb[]
  readonly begun: RulesInput
  readonly words: typeof OF_SERIES | typeof ALONE
  readonly put: (rules: RulesInput) => Promise<void>
  readonly back: string
  /** Object of the confirmation, and its undo. */
  readonly done: Pick<Confirmation, 'about' | 'undo'>
}

/** How seats are given out. */
function RulesForm({ form, trail, begun, words, put, back, done }: FormProps) {
  const { translator, me } = useSession()
  const { say } = translator
  const { typed, type, forget } = useTyped(form, me.name, begun)
  const act = useAct()
  const daysWrong = say('series.field.days.error')
  const save = async () => {
    if (!(await act.run(() => put(typed), { ...done, text: say('saved'), at: back }))) return
    forget()
    location.hash = back
  }
  return (
    <>
      <SectionHead title={say('series.rules.form')} trail={trail} />
      <form
        className="card panel form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="form-fields">
          <Checkbox
            label={say('series.field.quotas.on')}
            checked={typed.quotas}
            onChange={(_, { checked }) => type({ quotas: checked === true })}
          />
          <NumberField
            label={say(words.reserved)}
            value={typed.reserved}
            max={1_999}
            wrong={say('refusal.reserved-wrong')}
            type={reserved => type({ reserved })}
          />
          <NumberField
            label={say(words.release)}
            value={typed.releaseDays}
            max={MOST_DAYS}
            wrong={daysWrong}
            type={releaseDays => type({ releaseDays })}
          />
          <div className="form-row">
            <Field label={say('series.field.opens')}>
              <Input
                type="date"
                value={typed.openDate}
                onChange={(_, { value }) => type({ openDate: value })}
              />
            </Field>
            <Field label={say('series.field.opens.time')}>
              <Input
                type="time"
                value={typed.openTime}
                onChange={(_, { value }) => type({ openTime: value })}
              />
            </Field>
          </div>
          <NumberField
            label={say(words.closes)}
            value={typed.closeDays}
            max={MOST_DAYS}
            wrong={daysWrong}
            type={closeDays => type({ closeDays })}
          />
          <NumberField
            label={say('series.field.confirm')}
            value={typed.confirmHours}
            min={1}
            max={MOST_HOURS}
            wrong={say('series.field.confirm.error')}
            type={confirmHours => type({ confirmHours })}
          />
        </div>
        <p className="quiet">{say(words.footer)}</p>
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} type="submit" appearance="primary">
            {say('workshop.change.save')}
          </ActButton>
          <LinkButton href={back}>{say('plan.leave')}</LinkButton>
        </div>
      </form>
    </>
  )
}

type SeriesProps = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
}

/** How the seats of all days to come are given out. */
export function RulesPage({ call, series, keep }: SeriesProps) {
  const { translator } = useSession()
  const first = series.days.find(({ stage }) => !['over', 'underway', 'cancelled'].includes(stage))
  const path = `/series/${encodeURIComponent(series.id)}/rules`
  const put = async (rules: RulesInput) => keep(await call<SeriesView>('PUT', path, rules))
  // Days that differ could not be put back by one act.
  const alike = new Set(series.days.map(({ rules }) => JSON.stringify(rules))).size === 1
  return (
    <RulesForm
      form={`rules:${series.id}`}
      trail={seriesTrail(series, translator)}
      begun={first?.rules ?? NO_RULES}
      words={OF_SERIES}
      put={put}
      back={sectionAddress('workshops', 'series', series.id)}
      done={{ about: series.title, ...(first && alike && { undo: () => put(first.rules) }) }}
    />
  )
}

type OwnProps = {
  readonly call: Call
  readonly sheet: SheetView
  readonly keep: (sheet: SheetView) => void
}

/** Seat rules of a single workshop. */
export function OwnRulesPage({ call, sheet, keep }: OwnProps) {
  const { translator } = useSession()
  const path = `/workshops/${encodeURIComponent(sheet.id)}/rules`
  const put = async (rules: RulesInput) => keep(await call<SheetView>('PUT', path, rules))
  return (
    <RulesForm
      form={`rules:${sheet.id}`}
      trail={workshopTrail(sheet, translator)}
      begun={sheet.rules}
      words={ALONE}
      put={put}
      back={sectionAddress('workshops', sheet.id)}
      done={{ about: sheet.title, undo: () => put(sheet.rules) }}
    />
  )
}
