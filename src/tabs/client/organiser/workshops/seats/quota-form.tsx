import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { QuotaInput, UsualSeats } from '../../../../contract/workshops/planning.ts'
import { ActFailure, type ActState } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { LinkButton } from '../../parts/link-button.tsx'

/** Seats of each Direction, by its id. */
export type QuotaFields = Readonly<Record<string, number>>

export function quotasFrom(
  rows: readonly { readonly direction: string; readonly seats: number }[],
): QuotaFields {
  return Object.fromEntries(rows.map(({ direction, seats }) => [direction, seats]))
}

/** Says how many seats are still to be given, or were given twice. */
function Sum({ given, seats }: { given: number; seats: number }) {
  const { say } = useSession().translator
  if (given === seats) return <Notice tone="good">{say('plan.quotas.even', { seats })}</Notice>
  return (
    <Notice tone="neutral">
      {given < seats
        ? say('plan.quotas.left', { count: seats - given, seats })
        : say('plan.quotas.over', { count: given - seats, seats })}
    </Notice>
  )
}

/** Names the Directions that have no seat: a sum that is right says nothing of them. */
function Without({ names, few }: { names: readonly string[]; few: string | undefined }) {
  const { say } = useSession().translator
  if (names.length === 0) return null
  return (
    <Notice tone="warning">
      {say('plan.quotas.none', { count: names.length, names: names.join(', ') })} {few}
    </Notice>
  )
}

type FieldProps = {
  readonly name: string
  readonly seats: number
  readonly quota: number
  readonly headcount: number | undefined
  readonly taken: number
  readonly type: (quota: number) => void
}

/** Seats of one Direction, beside how many people it has, and how many of them have a seat. */
function QuotaField({ name, seats, quota, headcount, taken, type }: FieldProps) {
  const { say } = useSession().translator
  const about =
    headcount === undefined
      ? undefined
      : taken > 0
        ? say('plan.quotas.taken', { headcount, taken })
        : say('plan.quotas.headcount', { headcount })
  const remark =
    quota < taken
      ? say('plan.quotas.fewer', { taken })
      : headcount !== undefined && headcount > 0 && quota > headcount
        ? say('plan.quotas.beyond')
        : undefined
  return (
    <Field
      label={name}
      orientation="horizontal"
      className="quota"
      {...(about !== undefined && { hint: about })}
      {...(remark !== undefined && { validationState: 'warning', validationMessage: remark })}
    >
      <Input
        type="number"
        inputMode="numeric"
        className="number"
        min={0}
        max={seats}
        value={String(quota)}
        onChange={(_, { value }) => type(Math.max(0, Math.trunc(Number(value)) || 0))}
      />
    </Field>
  )
}

type Props = {
  readonly act: ActState
  /** What the quotas share out. */
  readonly seats: number
  readonly quotas: QuotaFields
  readonly type: (quotas: QuotaFields) => void
  /** Seats that are left are everybody's one day. */
  readonly released: boolean
  /** By headcount; without any, neither headcount nor sharing out is offered. */
  readonly usual: readonly UsualSeats[]
  /** Seats that people of each Direction have already. */
  readonly taken: QuotaFields
  readonly save: (rows: readonly QuotaInput[]) => void
  readonly back: string
  /** Above the list. */
  readonly children?: ReactNode
}

/** A number of seats for each Direction, and whether they come to all there are. */
export function QuotaForm({ act, seats, quotas, type, released, usual, taken, save, back, children }: Props) {
  const [fair, setFair] = useState(true)
  const { translator, programme } = useSession()
  const { say } = translator
  const { directions } = programme
  const enough = seats >= directions.length
  const share = () =>
    type(
      quotasFrom(
        usual.map(row => ({
          direction: row.direction,
          seats: fair && enough ? row.seats : row.proportional,
        })),
      ),
    )
  const rows = programme.directions.map(({ id }) => ({ direction: id, seats: quotas[id] ?? 0 }))
  return (
    <form
      className="card panel form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        save(rows)
      }}
    >
      {children}
      <fieldset className="where-directions">
        <legend>{say('series.quotas.lines')}</legend>
        <div className="quota-list">
          {directions.map(({ id, name }) => (
            <QuotaField
              key={id}
              name={name}
              seats={seats}
              quota={quotas[id] ?? 0}
              headcount={usual.find(({ direction }) => direction === id)?.headcount}
              taken={taken[id] ?? 0}
              type={quota => type({ ...quotas, [id]: quota })}
            />
          ))}
        </div>
      </fieldset>
      <div role="status">
        <Sum given={rows.reduce((sum, row) => sum + row.seats, 0)} seats={seats} />
        <Without
          names={directions.filter(({ id }) => (quotas[id] ?? 0) === 0).map(({ name }) => name)}
          few={enough ? undefined : say('plan.quotas.few', { seats, directions: directions.length })}
        />
      </div>
      <p className="quiet">{say(released ? 'plan.quotas.footer' : 'plan.quotas.footer.never')}</p>
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} type="submit" appearance="primary">
          {say('workshop.change.save')}
        </ActButton>
        <Button onClick={share}>{say('series.quotas.usual')}</Button>
        {enough && (
          <Checkbox
            label={say('plan.quotas.least')}
            checked={fair}
            onChange={(_, { checked }) => setFair(checked === true)}
          />
        )}
        <LinkButton href={back}>{say('plan.leave')}</LinkButton>
      </div>
    </form>
  )
}
