import type { WorkshopView } from '../../../contract/workshops/workshops.ts'

/** Announced, and nobody can register yet: a series by its first day, with the number of its days. */
export type Awaited = { readonly workshop: WorkshopView; readonly days: number }

const isAwaited = ({ mine, facilitates, opensAt, stage, over }: WorkshopView) =>
  mine === undefined && !facilitates && opensAt !== undefined && !over && stage !== 'closed'

/** Those without an answer of mine whose registration is still to open. */
export function awaitedIn(workshops: readonly WorkshopView[]): readonly Awaited[] {
  const things = Map.groupBy(workshops.filter(isAwaited), ({ id, series }) => series ?? id)
  return [...things.values()].flatMap(days => (days[0] ? [{ workshop: days[0], days: days.length }] : []))
}

/** Those under way or to come first, nearest at the head; then those that ended before `now` (ms), latest first. */
export function nearestFirst(workshops: readonly WorkshopView[], now: number): readonly WorkshopView[] {
  const ended = ({ endsAt }: WorkshopView) => endsAt <= now
  return [
    ...workshops.filter(one => !ended(one)).toSorted((a, b) => a.startsAt - b.startsAt),
    ...workshops.filter(ended).toSorted((a, b) => b.startsAt - a.startsAt),
  ]
}
