/** Coordinates in a chart: per cent of its width from the left, of its height from the bottom. */

const TOPS = [10, 20, 40, 60, 80, 100]
const FOOT = 4

/** The round number that the scale ends on, for shares of at most 100. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(0, ...values)
  return TOPS.find(top => top >= most) ?? 100
}

/** Height of a column in relation to `most`; a share below one per cent still gets a visible minimum. */
export function columnHeight(
  { share, count }: { readonly share: number; readonly count: number },
  top: number,
  most: number,
): number {
  return Math.max((most * share) / top, count > 0 ? FOOT : 0)
}

/** A single point is drawn at the right, where the last one always is. */
export function across(at: number, count: number): number {
  return count > 1 ? (100 * at) / (count - 1) : 100
}

/** The points worth a marker and a date: the last, and evenly back from it, `most` at the most. */
export function marked(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((count - 1) / (most - 1)))
  const back = Array.from({ length: count }, (_, at) => at)
  return back.filter(at => (count - 1 - at) % step === 0)
}

/** Heights for two labels that stand beside `one` and `other`, at least `gap` apart and within the chart. */
export function apart(one: number, other: number, gap: number): [number, number] {
  const distance = Math.abs(one - other)
  if (distance >= gap) return [one, other]
  const low = Math.min(Math.max((one + other - gap) / 2, 0), 100 - gap)
  return one >= other ? [low + gap, low] : [low, low + gap]
}
