import { COARSE, estimateOf, FINE, type Ladder, rangeOf, stepsWithin, type ThresholdDraw } from './ladder.ts'

declare const shown: unique symbol

/** A figure about people that may be shown. Only this module makes one. */
export type Shown = number & { readonly [shown]: true }

/**
 * The kinds that everybody may see exactly, since what they count can be read one by one; and `reach`, which is about the
 * installation and shown to organisers alone, and `present`: who was at a workshop in all, shown to whoever keeps the list, to
 * the room itself, and to everybody in a published summary. Of a Direction it is estimated (`ideas/summary/presence.ts`).
 */
export type ExactKind = 'seats' | 'supports' | 'open-ballot' | 'shared' | 'ideas' | 'reach' | 'present'

/** Below this many people no number is shown, and every number shown is a multiple of it. */
export const STEP = 5
/** Of fewer people than this, how many did something is never shown: see `estimatedWithin`. */
export const FEWEST = 19
/** Of fewer people than this a whole is held as coarsely as a Direction. */
export const FEWEST_FINE = 200

/** Ids of groups smaller than `FEWEST`: to name the group beside what one person did would identify the person. */
export function smallGroups(
  groups: readonly { readonly id: string; readonly headcount: number }[],
): ReadonlySet<string> {
  return new Set(groups.filter(({ headcount }) => headcount < FEWEST).map(({ id }) => id))
}

/** `value` unrounded, for a kind of figure that is shown exactly. */
export function exact(_kind: ExactKind, value: number): Shown {
  return value as Shown
}

/** Rounds down to a multiple of 5. 0 is shown as « moins de 5 » (`count.rounded`) and covers zero too. */
export function rounded(value: number): Shown {
  return (Math.floor(Math.max(0, value) / STEP) * STEP) as Shown
}

/**
 * Rounds `value`, of a population of `whole`, so that the population gives nothing away: the last step ends at it and
 * is at least five wide. « 10 » of 10 people would say that it is all of them, « 5 » of 7 that it is 5 to 7. Of fewer
 * than nine people nothing is shown. A `whole` of 0 means unknown, and hides nothing.
 */
export function roundedWithin(value: number, whole: number): Shown {
  if (whole <= 0) return rounded(value)
  const last = rounded(whole - (STEP - 1))
  return Math.min(rounded(value), last) as Shown
}

/** Fewer people than this who try something are asked, and nothing of what they answer is shown. */
export const FEWEST_TRYING = 13
/** How far below all who try the last number of answers stays: who knows that four did not answer is left with five counts. */
const UNTOLD = 8

/** From how many answers on they are shown: 5 half of the time, else 6 to 9. `draw`: from 0 to 1, 1 excluded. */
function fewestAnswers(draw: number): number {
  return draw < 0.5 ? STEP : STEP + 1 + Math.floor((draw - 0.5) * 8)
}

/**
 * At least how many of the `trying` people answered anonymously, a multiple of 5; 0 where nothing may be shown. Whoever knows
 * of any four people whether they answered is left with five possible counts of the others, shown or not: so no fixed number
 * of answers decides, and the last count of `trying` is nine wide.
 * @param draw from 0 to 1, 1 excluded: always the same of one set of answers, and known to nobody
 */
export function answersWithin(answers: number, trying: number, draw: number): Shown {
  if (trying < FEWEST_TRYING || answers < fewestAnswers(draw)) return 0 as Shown
  return Math.min(rounded(answers), rounded(trying - UNTOLD)) as Shown
}

const stepsOf = (ladder: Ladder, whole: number) =>
  whole > 0 && whole < FEWEST ? [] : stepsWithin(ladder, whole)

/**
 * About how many of the `whole` people of a Direction did what nobody sees: 10, 25, 40, 70, 120…, 0 for fewer than ten. Each
 * from a threshold on that is drawn for it, so that a move tells next to nothing of any one person (docs/chiffres.md,
 * `npm run attack`). A `whole` of 0 is not known.
 * @param before what was shown of it last: it never falls below that
 */
export function estimatedWithin(value: number, whole: number, draw: ThresholdDraw, before = 0): Shown {
  return estimateOf(value, stepsOf(COARSE, whole), draw, before) as Shown
}

/** The same of a whole programme, from 60 people on within 5 %; of fewer than 200 as coarse as a Direction's. */
export function estimatedInAll(value: number, whole: number, draw: ThresholdDraw, before = 0): Shown {
  const ladder = whole > 0 && whole < FEWEST_FINE ? COARSE : FINE
  return estimateOf(value, stepsOf(ladder, whole), draw, before) as Shown
}

/** What was kept as shown: if it is no estimate, somebody wrote it by hand, and its last figure stays hidden. */
export function kept(value: number): Shown {
  return FINE.includes(value) ? (value as Shown) : rounded(value)
}

/** The sum of what is shown: of rounded parts it says no more than they do. */
export function total(parts: readonly Shown[]): Shown {
  return parts.reduce((sum, part) => sum + part, 0) as Shown
}

/**
 * Whole per cent of a headcount, computed from the rounded figure, so it discloses nothing more. 0 for a headcount of
 * 0.
 */
export function share(part: Shown, headcount: number): Shown {
  return (headcount > 0 ? Math.min(100, Math.floor((100 * part) / headcount)) : 0) as Shown
}

/** A cell of a table: `shown` is its rounded count, of a population of `whole`. */
export type ShownCell = { readonly shown: Shown; readonly whole: number }

/** Whether at least four in five of `cells` say a number, those aside that never can: fewer are not worth a table. */
export function speaks(cells: readonly ShownCell[]): boolean {
  const able = cells.filter(({ whole }) => stepsOf(COARSE, whole).length > 0)
  return able.length > 0 && 5 * able.filter(({ shown }) => shown > 0).length >= 4 * able.length
}

/**
 * Disclosure control: whether `cells` may stand beside the exact `sum` of their counts, each keeping five possible
 * counts, whether or not the reader knows that the sum has no other parts. Never for one cell, which the sum
 * discloses.
 */
export function keepsFive(cells: readonly ShownCell[], sum: number): boolean {
  const ranges = cells.map(({ shown, whole }) => rangeOf(shown, stepsOf(COARSE, whole), whole))
  const least = ranges.reduce((all, { low }) => all + low, 0)
  const most = ranges.reduce((all, { high }) => all + high, 0)
  if (cells.length < 2 || sum < least) return false
  return ranges.every(({ low, high }) => {
    // More people than the cells can hold: an unknown number of them are in none.
    const from = sum > most ? low : Math.max(low, sum - (most - high))
    const to = Math.min(high, sum - (least - low))
    return to - from >= Math.min(STEP - 1, high - low)
  })
}
