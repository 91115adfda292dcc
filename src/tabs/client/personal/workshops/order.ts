import type { WorkshopView } from '../../../contract/workshops/workshops.ts'

/** Those under way or to come first, nearest at the head; then those that ended before `now` (ms), latest first. */
export function nearestFirst(workshops: readonly WorkshopView[], now: number): readonly WorkshopView[] {
  const ended = ({ endsAt }: WorkshopView) => endsAt <= now
  return [
    ...workshops.filter(one => !ended(one)).toSorted((a, b) => a.startsAt - b.startsAt),
    ...workshops.filter(ended).toSorted((a, b) => b.startsAt - a.startsAt),
  ]
}
