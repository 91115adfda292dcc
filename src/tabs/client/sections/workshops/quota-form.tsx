import { Button, Field, Input } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { QuotaInput } from '../../../contract/planning.ts'
import { ActFailure, type ActState } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { LinkButton } from './link-button.tsx'

/** Seats of each Direction, by its id. */
export type Quotas = Readonly<Record<string, number>>

export function quotasFrom(rows: readonly { readonly direction: string; readonly seats: number }[]): Quotas {
  return Object.fromEntries(rows.map(({ direction, seats }) => [direction, seats]))
}

/** Says how many seats are still to be given, or were given twice. */
function Sum({ given, seats }: { given: number; seats: number }) {
  const { say } = useGround().speech
  if (given === seats) return <Notice tone="good">{say('plan.quotas.even', { seats })}</Notice>
  return (
    <Notice tone="neutral">
      {given < seats
        ? say('plan.quotas.left', { count: seats - given, seats })
        : say('plan.quotas.over', { count: given - seats, seats })}
    </Notice>
  )
}

type Props = {
  readonly act: ActState
  /** What the quotas share out. */
  readonly seats: number
  readonly quotas: Quotas
  readonly type: (quotas: Quotas) => void
  readonly usual: readonly QuotaInput[]
  readonly save: (rows: readonly QuotaInput[]) => void
  readonly back: string
  /** Above the list. */
  readonly children?: ReactNode
}

/** A number of seats for each Direction, and whether they come to all there are. */
export function QuotaForm({ act, seats, quotas, type, usual, save, back, children }: Props) {
  const { speech, programme } = useGround()
  const { say } = speech
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
          {programme.directions.map(({ id, name }) => (
            <Field key={id} label={name} orientation="horizontal" className="quota">
              <Input
                type="number"
                inputMode="numeric"
                className="number"
                min={0}
                max={seats}
                value={String(quotas[id] ?? 0)}
                onChange={(_, { value }) =>
                  type({ ...quotas, [id]: Math.max(0, Math.trunc(Number(value)) || 0) })
                }
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <div role="status">
        <Sum given={rows.reduce((sum, row) => sum + row.seats, 0)} seats={seats} />
      </div>
      <p className="quiet">{say('series.quotas.footer')}</p>
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} type="submit" appearance="primary">
          {say('workshop.change.save')}
        </ActButton>
        <Button onClick={() => type(quotasFrom(usual))}>{say('series.quotas.usual')}</Button>
        <LinkButton href={back}>{say('plan.leave')}</LinkButton>
      </div>
    </form>
  )
}
