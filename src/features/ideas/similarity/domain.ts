/** How many ideas hold each stem, counted as far as `STEM_COUNT`; `ideas`, of all, as far as that too. */
export type StemCounts = { readonly stems: ReadonlyMap<string, number>; readonly ideas: number }
/** A stem to look for, and what it weighs where it is found. */
export type Weighed = { readonly stem: string; readonly weight: number }
/** An idea that shares a stem, with all of its own. */
export type Candidate = { readonly id: string; readonly stems: readonly string[] }

/** A stem that as many ideas hold says next to nothing: further it is not counted, and no more of its ideas are read. */
export const STEM_COUNT = 2_000
/** Rows that are read to find who shares a stem: those of the rarest first. */
const ROWS = 6_000
/** Candidates that are compared, and close ideas that are shown. */
export const COMPARED = 30
export const CLOSE_SHOWN = 3
/** Of 1, for the same stems: read off test/support/features/micro-ideas.ts, where at least eight of ten that it shows are close. */
const CLOSE = 0.5

/** Begins what is no stem. */
export const WHOLE = '='

/** What stands for all of the stems at once: a text finds the one that says the same, however common its words. */
export function wholeOf(stems: readonly string[]): string {
  return `${WHOLE}${stems.toSorted().join(' ').slice(0, 200)}`
}

/** What each weighs: the rarer, the more. */
export function weigh(stems: readonly string[], { stems: counts, ideas }: StemCounts): readonly Weighed[] {
  return stems
    .map(stem => ({ stem, weight: Math.log(1 + ideas / Math.max(1, counts.get(stem) ?? 0)) }))
    .sort((a, b) => b.weight - a.weight)
}

/** Those of the `weighed` ones to look for: the rarest, as far as there are rows to read for; one at least. */
export function soughtOf(weighed: readonly Weighed[], { stems: counts }: StemCounts): readonly Weighed[] {
  let rows = 0
  return weighed.filter(({ stem }, at) => {
    rows += counts.get(stem) ?? 0
    return at === 0 || rows <= ROWS
  })
}

/**
 * How much of both texts is shared, from 0 to 1. What the other one alone holds weighs as much as an average stem of
 * ours: to look up each of its own would cost more than it tells.
 */
function likeness(weighed: readonly Weighed[], theirs: readonly string[]): number {
  const held = new Set(theirs)
  const sum = (some: readonly Weighed[]) => some.reduce((total, { weight }) => total + weight, 0)
  const shared = weighed.filter(({ stem }) => held.has(stem))
  // One word in common makes two ideas close only when there is no other.
  if (shared.length < Math.min(2, weighed.length, held.size)) return 0
  const ours = sum(weighed)
  const common = sum(shared)
  const others = ((held.size - shared.length) * ours) / weighed.length
  return ours === 0 ? 0 : (2 * common) / (ours + common + others)
}

/** Ids of the close ones, the closest first. */
export function closest(weighed: readonly Weighed[], candidates: readonly Candidate[]): readonly string[] {
  return candidates
    .map(({ id, stems }) => ({ id, like: likeness(weighed, stems) }))
    .filter(({ like }) => like >= CLOSE)
    .sort((a, b) => b.like - a.like || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
