/** Document frequency of each stem, counted up to `STEM_COUNT`; `ideas`: number of all ideas, up to the same limit. */
export type StemCounts = { readonly stems: ReadonlyMap<string, number>; readonly ideas: number }
/** A stem to search for, and its weight (inverse document frequency). */
export type Weighed = { readonly stem: string; readonly weight: number }
/** An idea that shares a stem, with all stems of its own. */
export type Candidate = { readonly id: string; readonly stems: readonly string[] }

/**
 * A stem that is in so many ideas carries almost no information: it is not counted further, nor are more of its ideas
 * read.
 */
export const STEM_COUNT = 2_000
/** Limit of index rows read to find candidates, the rarest stems first. */
const ROWS = 6_000
/** Limits of candidates compared, and of similar ideas shown. */
export const COMPARED = 30
export const CLOSE_SHOWN = 3
/**
 * Threshold of 1 (the same stems): chosen from test/support/features/micro-ideas.ts, where at least eight in ten shown
 * are similar.
 */
const CLOSE = 0.5

/** Prefix of the whole-text key, which no stem begins with. */
export const WHOLE = '='

/** Key of all stems together: finds the idea with the same words, however common each of them is. */
export function wholeOf(stems: readonly string[]): string {
  return `${WHOLE}${stems.toSorted().join(' ').slice(0, 200)}`
}

/** Weights: the rarer the stem, the higher. */
export function weigh(stems: readonly string[], { stems: counts, ideas }: StemCounts): readonly Weighed[] {
  return stems
    .map(stem => ({ stem, weight: Math.log(1 + ideas / Math.max(1, counts.get(stem) ?? 0)) }))
    .sort((a, b) => b.weight - a.weight)
}

/** Which of `weighed` to search for: the rarest, within the limit of rows; at least one. */
export function soughtOf(weighed: readonly Weighed[], { stems: counts }: StemCounts): readonly Weighed[] {
  let rows = 0
  return weighed.filter(({ stem }, at) => {
    rows += counts.get(stem) ?? 0
    return at === 0 || rows <= ROWS
  })
}

/**
 * Weighted overlap of both texts, from 0 to 1. Stems of the other alone get the average weight of ours: looking each up
 * would cost more than it brings.
 */
function likeness(weighed: readonly Weighed[], theirs: readonly string[]): number {
  const held = new Set(theirs)
  const sum = (some: readonly Weighed[]) => some.reduce((total, { weight }) => total + weight, 0)
  const shared = weighed.filter(({ stem }) => held.has(stem))
  // A single common word makes two ideas similar only when either has no other.
  if (shared.length < Math.min(2, weighed.length, held.size)) return 0
  const ours = sum(weighed)
  const common = sum(shared)
  const others = ((held.size - shared.length) * ours) / weighed.length
  return ours === 0 ? 0 : (2 * common) / (ours + common + others)
}

/** Ids of the similar ones, the closest first. */
export function closest(weighed: readonly Weighed[], candidates: readonly Candidate[]): readonly string[] {
  return candidates
    .map(({ id, stems }) => ({ id, like: likeness(weighed, stems) }))
    .filter(({ like }) => like >= CLOSE)
    .sort((a, b) => b.like - a.like || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
