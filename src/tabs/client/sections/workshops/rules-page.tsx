import { Checkbox, Field, Input } from '@fluentui/react-components'
import type { RulesInput, SeriesView } from '../../../contract/planning.ts'
import type { Call } from '../../api/call.ts'
import { sectionAddress } from '../../organiser/address.ts'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useGround } from '../../page/ground.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { LinkButton } from './link-button.tsx'
import { seriesTrail } from './trail.ts'
import { useTyped } from './use-typed.ts'

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

type Props = {
  readonly call: Call
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
}

/** How the seats of all days to come are given out. */
export function RulesPage({ call, series, keep }: Props) {
  const { speech, me } = useGround()
  const { say } = speech
  const first = series.days.find(({ stage }) => !['over', 'underway', 'cancelled'].includes(stage))
  const begun: RulesInput = first?.rules ?? {
    ...{ reserved: 0, quotas: false, releaseDays: 0, openDate: '', openTime: '' },
    ...{ closeDays: 0, confirmHours: 24 },
  }
  const { typed, type, forget } = useTyped(`rules:${series.id}`, me.name, begun)
  const act = useAct()
  const back = sectionAddress('workshops', 'series', series.id)
  const daysWrong = say('series.field.days.error')
  const save = async () => {
    const path = `/series/${encodeURIComponent(series.id)}/rules`
    if (!(await act.run(async () => keep(await call<SeriesView>('PUT', path, typed)), say('saved')))) return
    forget()
    location.hash = back
  }
  return (
    <>
      <SectionHead title={say('series.rules.form')} trail={seriesTrail(series, speech)} />
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
            label={say('series.field.reserved')}
            value={typed.reserved}
            max={1_999}
            wrong={say('refusal.reserved-wrong')}
            type={reserved => type({ reserved })}
          />
          <NumberField
            label={say('series.field.release')}
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
            label={say('series.field.closes')}
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
        <p className="quiet">{say('series.rules.footer')}</p>
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
