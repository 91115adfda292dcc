import { Field, Input } from '@fluentui/react-components'
import { dayAfter } from '../../../../../kernel/time/time-zone.ts'
import type { Call } from '../../../data/api/call.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { noonOf } from '../../../parts/words/days.ts'
import { useDaysOff } from '../fields/days-off.ts'
import { OffMark } from '../fields/off-mark.tsx'

/** A series has no more days than its card lists. */
const MOST_DAYS = 12

/** How many days a form makes: one at least, and no more than the series takes. */
export function countIn(typed: string, left: number): number {
  const count = Math.trunc(Number(typed)) || 1
  return Math.min(Math.max(1, count), Math.max(1, left))
}

export const daysLeft = (days: number) => MOST_DAYS - days

type Props = {
  readonly call: Call
  /** Of the first. */
  readonly date: string
  readonly typed: string
  readonly left: number
  readonly type: (typed: string) => void
}

/** How many days at once, one a week from the first on; each is named, so that a day off is seen before it is made. */
export function DayCount({ call, date, typed, left, type }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const offOf = useDaysOff(call)
  const count = countIn(typed, left)
  const dates =
    Number.isNaN(noonOf(date)) || count < 2
      ? []
      : Array.from({ length: count }, (_, at) => dayAfter(date, 7 * at))
  return (
    <div className="form-fields">
      <Field label={say('series.day.count')} hint={say('series.day.count.hint', { max: left })}>
        <Input
          type="number"
          inputMode="numeric"
          className="number"
          min={1}
          max={left}
          value={typed}
          onChange={(_, { value }) => type(value)}
        />
      </Field>
      {dates.length > 0 && (
        <ol className="day-dates" aria-label={say('series.days', { count })}>
          {dates.map(day => (
            <li key={day}>
              {translator.shortDay(noonOf(day))} <OffMark off={offOf(day)} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
