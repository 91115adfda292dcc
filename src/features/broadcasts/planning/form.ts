import { Refusal } from '../../../kernel/errors/refusal.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'

/** As typed in either door: `YYYY-MM-DD` and `HH:MM` in the programme's zone. */
export type HourFields = { readonly date: string; readonly time: string }

/** @throws Refusal `plan-missing` */
export function hourIn({ date, time }: HourFields, zone: string): number {
  const at = momentOf(date, time, zone)
  if (at === undefined) throw new Refusal('plan-missing')
  return at
}
