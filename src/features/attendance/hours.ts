/** « 3,5 »: hours to a hundredth, with a comma. `from`, `to`: milliseconds. */
export function hoursText(from: number, to: number): string {
  return String(Math.round((to - from) / 36_000) / 100).replace('.', ',')
}
