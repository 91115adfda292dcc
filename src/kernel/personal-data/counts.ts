declare const shown: unique symbol

/** A figure about people that may be shown. Only this module makes one. */
export type Shown = number & { readonly [shown]: true }

/**
 * Kinds of figures that are shown exactly: those that everybody may see, since the programme promises them in public;
 * `reach`, about the installation, for organisers alone; and `present`, for those who read the list of names that it
 * counts.
 */
export type ExactKind = 'seats' | 'supports' | 'open-ballot' | 'shared' | 'reach' | 'present'

/** Below this many people no number is shown, and every number shown is a multiple of it. */
export const STEP = 5
/** The count from which a figure of the daily snapshot may first move; each further move takes as many people more. */
const STRIDE = 2 * STEP
/** Smallest population of which a share is shown: see `steppedWithin`. */
export const FEWEST = 2 * STRIDE - 1

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

/** Value of a figure of the daily snapshot after a number of moves: 0, 10, 30, 60, 100, 150… */
export const shownAfter = (moves: number): number => (STRIDE * moves * (moves + 1)) / 2

/**
 * Thresholds with randomised steps, against differencing: `value`, of a population of `whole`, is shown as 10, 30,
 * 60, 100…, each from a secret count on, drawn between one step and the next. Somebody who knows what all others did
 * cannot tell from a move what one person did; and steps grow, so that many moves together say little too
 * (docs/chiffres.md, `npm run attack`). It stops nine below the whole. A `whole` of 0 means unknown, and hides
 * nothing.
 * @param draw number in [0, 1), fixed for each move and secret
 */
export function steppedWithin(value: number, whole: number, draw: (move: number) => number): Shown {
  const most = whole <= 0 ? Number.POSITIVE_INFINITY : whole - (STRIDE - 1)
  const from = (move: number) => shownAfter(move) + Math.floor(draw(move) * STRIDE * (move + 1))
  let moves = 0
  while (shownAfter(moves + 1) <= most && value >= from(moves + 1)) moves++
  return shownAfter(moves) as Shown
}

/**
 * The sum of rounded figures. Rounding the exact sum would disclose them: five cells shown as 5 beside a total of 45
 * are five times 9.
 */
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

/** Upper bound of how far a count may lie above its shown value, whatever the draw: see `steppedWithin`. */
function slackOf({ shown, whole }: ShownCell): number {
  let moves = 0
  while (shownAfter(moves) < shown) moves++
  const next = shownAfter(moves + 1)
  const most = whole <= 0 ? Number.POSITIVE_INFINITY : whole
  const top = next > most - (STRIDE - 1) ? most : Math.min(most, next + STRIDE * (moves + 2) - 2)
  return Math.max(0, top - shown)
}

/**
 * Disclosure control: whether `cells` may stand beside the exact `sum` of their counts, each keeping five possible
 * counts, whether or not the reader knows that the sum has no other parts. Never for one cell, which the sum
 * discloses.
 */
export function keepsFive(cells: readonly ShownCell[], sum: number): boolean {
  const slacks = cells.map(slackOf)
  const all = slacks.reduce((one, other) => one + other, 0)
  const above = sum - total(cells.map(({ shown }) => shown))
  if (cells.length < 2 || above < 0) return false
  return slacks.every(slack => {
    const others = all - slack
    // More people than the cells can hold: an unknown number of them are in none.
    const least = above > all ? 0 : Math.max(0, above - others)
    return Math.min(slack, above) - least >= Math.min(STEP - 1, slack)
  })
}
