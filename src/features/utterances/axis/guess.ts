import { stemsOf } from '../../../search/stemming.ts'
import type { Axis } from '../../programme/index.ts'

/** How many ideas of each axis hold a stem, by axis. */
export type StemTally = ReadonlyMap<string, ReadonlyMap<string, number>>

/** What a word of the method file counts for, in ideas; and one of an axis' own title and promise. */
const WORD = 6
const TITLE = 3
/** The idea count of an axis at which what ideas say weighs as much as what the method file does. */
const SMOOTHING = 1
/** The best axis needs this share of what speaks for any, and this much in all. */
const SHARE = 0.34
const LEAST = 0.35

type AxisWords = Pick<Axis, 'id' | 'title' | 'promise' | 'words'>

function add(tally: Map<string, Map<string, number>>, stem: string, axis: string, count: number): void {
  const counts = tally.get(stem) ?? new Map<string, number>()
  tally.set(stem, counts.set(axis, Math.max(counts.get(axis) ?? 0, count)))
}

/** Stems of the method file by axis, as if ideas had said them. */
export function stemsOfAxes(axes: readonly AxisWords[]): StemTally {
  const tally = new Map<string, Map<string, number>>()
  for (const { id, title, promise, words } of axes) {
    for (const text of [title.fr, title.en, promise.fr, promise.en])
      for (const stem of stemsOf(text)) add(tally, stem, id, TITLE)
    for (const text of [...(words?.fr ?? []), ...(words?.en ?? [])]) {
      const stems = stemsOf(text)
      // Words that belong together say less apart.
      for (const stem of stems) add(tally, stem, id, WORD / stems.length)
    }
  }
  return tally
}

/** What one stem says of each axis: its share there, less what it would be by chance. */
function speaksFor(
  counts: readonly ReadonlyMap<string, number>[],
  axes: readonly string[],
): ReadonlyMap<string, number> {
  const of = (axis: string) => counts.reduce((sum, each) => sum + (each.get(axis) ?? 0), 0)
  const total = axes.reduce((sum, axis) => sum + of(axis), 0)
  const chance = 1 / axes.length
  // A stem that one idea alone has says less than one that many have.
  const weight = total / (total + SMOOTHING + 1)
  return new Map(
    axes.map(axis => [axis, total === 0 ? 0 : weight * Math.max(0, of(axis) / total - chance / 2)]),
  )
}

/**
 * The axis that a text is nearest to, by stems of the method file and of ideas; undefined where they do not say.
 * Deterministic: of equal ones, the first in the programme's order.
 */
export function guessAxis(
  stems: readonly string[],
  axes: readonly string[],
  ...tallies: readonly StemTally[]
): string | undefined {
  const scores = new Map(axes.map(axis => [axis, 0]))
  for (const stem of stems) {
    const counts = tallies.flatMap(tally => tally.get(stem) ?? [])
    for (const [axis, speaks] of speaksFor(counts, axes)) scores.set(axis, (scores.get(axis) ?? 0) + speaks)
  }
  const [best, second] = [...scores].toSorted(([, one], [, other]) => other - one)
  const all = [...scores.values()].reduce((sum, score) => sum + score, 0)
  if (!best || best[1] < LEAST || best[1] < SHARE * all || best[1] === second?.[1]) return undefined
  return best[0]
}
