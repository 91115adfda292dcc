import { useEffect, useState } from 'react'
import { WEEK } from '../../../../../kernel/time/week.ts'
import type { WholeProgrammeView } from '../../../../contract/programme/method.ts'
import type { Call } from '../../../data/api/call.ts'
import { noonOf } from '../../../parts/words/days.ts'

type Calendar = Pick<WholeProgrammeView['calendar'], 'days' | 'closures' | 'holidays'>
export type DayOff = 'holiday' | 'closure' | 'rest'

/** Why a day, `YYYY-MM-DD`, is no working day in the programme's calendar; public holidays of the coming year only. */
export function dayOffOf(calendar: Calendar, date: string): DayOff | undefined {
  if (calendar.holidays?.includes(date)) return 'holiday'
  if (calendar.closures.some(({ from, until }) => from <= date && date <= until)) return 'closure'
  const weekday = WEEK[(new Date(noonOf(date)).getUTCDay() + 6) % 7]
  return weekday === undefined || calendar.days.includes(weekday) ? undefined : 'rest'
}

const known = new WeakMap<Call, Promise<Calendar>>()

function read(call: Call): Promise<Calendar> {
  const reading =
    known.get(call) ?? call<WholeProgrammeView>('GET', '/programme/whole').then(({ calendar }) => calendar)
  known.set(call, reading)
  reading.catch(() => known.delete(call))
  return reading
}

/** Looks up days off; undefined until the calendar is read, or when it cannot be. */
export function useDaysOff(call: Call): (date: string) => DayOff | undefined {
  const [calendar, setCalendar] = useState<Calendar>()
  useEffect(() => {
    let left = false
    read(call).then(
      found => left || setCalendar(found),
      () => {},
    )
    return () => {
      left = true
    }
  }, [call])
  return date => (calendar && date !== '' ? dayOffOf(calendar, date) : undefined)
}
