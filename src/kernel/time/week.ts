/** In the order of ISO 8601: Monday is the first day. */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEK)[number]

const DAY = 86_400_000

/** The Monday of an ISO week: `2027-04-19` of `2027-W16`. */
export function mondayOf(week: string): string {
  const [year = 0, number = 1] = week.split('-W').map(Number)
  // The fourth of January is always in the first.
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  return new Date(monday + (number - 1) * 7 * DAY).toISOString().slice(0, 10)
}
