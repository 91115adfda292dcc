import { type Candidate, COMPARED, closest, weigh } from '../similarity/domain.ts'

/** A stem of an idea that leads some that are alike. */
export type LeaderStem = { readonly id: string; readonly stem: string }

/** Those that lead which a new idea is compared with, the last first: a wall of 2,000 costs what one of 300 does. */
export const LEADERS = 300

/** Ids of those that share most stems, the longest there first among equals: `rows` are in order of the last to come. */
export function sharingMost(rows: readonly LeaderStem[]): readonly string[] {
  const shared = [...Map.groupBy(rows, ({ id }) => id)].map(([id, { length }], at) => ({ id, length, at }))
  return shared
    .sort((a, b) => b.length - a.length || b.at - a.at)
    .slice(0, COMPARED)
    .map(({ id }) => id)
}

/**
 * The idea that these stems are most like, if any. How rare a stem is is counted among those that lead: on the whole programme
 * it would cost more than all that is written.
 */
export function mostLike(
  stems: readonly string[],
  rows: readonly LeaderStem[],
  candidates: readonly Candidate[],
): string | undefined {
  const counts = new Map(
    [...Map.groupBy(rows, ({ stem }) => stem)].map(([stem, { length }]) => [stem, length]),
  )
  const leaders = new Set(rows.map(({ id }) => id)).size
  return closest(weigh(stems, { stems: counts, ideas: leaders }), candidates)[0]
}
