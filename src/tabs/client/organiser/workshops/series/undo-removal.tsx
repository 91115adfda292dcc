import { useEffect, useRef, useState } from 'react'
import type { SeriesView, SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'

type Props = {
  readonly call: Call
  readonly series: SeriesView
  readonly day: SheetView
  readonly keep: (series: SeriesView) => void
  readonly done: () => void
}

/** Undo of a day's removal, with the quotas that it had. */
export function UndoRemoval({ call, series, day, keep, done }: Props) {
  const { say, shortDay } = useSession().translator
  const [nonce] = useState(mintNonce)
  const act = useAct()
  const place = useRef<HTMLDivElement>(null)
  const path = `/series/${encodeURIComponent(series.id)}`
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  const undo = async () => {
    const known = new Set(series.days.map(({ id }) => id))
    const added = await call<SeriesView>('POST', `${path}/days`, { workshop: day.typed, nonce })
    const again = added.days.find(({ id }) => !known.has(id))
    const quotas = day.directions.flatMap(({ direction, quota }) =>
      quota === undefined ? [] : [{ direction, seats: quota }],
    )
    const whole =
      again?.rules.quotas && quotas.length > 0
        ? await call<SeriesView>('PUT', `${path}/quotas`, { days: [again.id], quotas })
        : added
    keep(whole)
  }
  const press = async () => {
    if (!(await act.run(undo, say('plan.day.back', { date: shortDay(day.startsAt) })))) return
    document.querySelector<HTMLElement>('.series-days tbody, .series-days ul')?.focus()
    done()
  }
  return (
    <div ref={place}>
      <Notice
        tone="neutral"
        action={
          <ActButton act={act} onPress={() => void press()}>
            {say('undo')}
          </ActButton>
        }
      >
        {say('series.day.removed', { date: shortDay(day.startsAt) })}
        <ActFailure act={act} />
      </Notice>
    </div>
  )
}
