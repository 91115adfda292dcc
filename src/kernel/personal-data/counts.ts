declare const shown: unique symbol

/** A figure about people that may be shown. Only this module makes one. */
export type Shown = number & { readonly [shown]: true }

/**
 * The kinds that everybody may see exactly, since the programme promises them in public; and `reach`, which is about the installation and
 * shown to organisers alone, and `present`, shown to those alone who read the list of names it counts.
 */
export type ExactKind = 'seats' | 'supports' | 'open-ballot' | 'shared' | 'reach' | 'present'

/** Below this many people no number is shown, and every number shown is a multiple of it. */
export const STEP = 5
/** The first count that a figure of the daily snapshot may move at; each further move takes as many people more. */
const STRIDE = 2 * STEP
/** Of fewer people than this, how many did something is never shown: see `heldWithin`. */
export const FEWEST = 2 * STRIDE - 1

/** Ids of those among `groups` that are smaller than that: to name one beside what one person did would name the person. */
export function smallOf(
  groups: readonly { readonly id: string; readonly headcount: number }[],
): ReadonlySet<string> {
  return new Set(groups.filter(({ headcount }) => headcount < FEWEST).map(({ id }) => id))
}

/** `value` as it is, for a figure of one of the kinds that are shown exactly. */
export function exact(_kind: ExactKind, value: number): Shown {
  return value as Shown
}

/** `value` down to a multiple of 5. 0 is said « moins de 5 » (`count.rounded`): it covers zero too. */
export function rounded(value: number): Shown {
  return (Math.floor(Math.max(0, value) / STEP) * STEP) as Shown
}

/**
 * `value` of the `whole` people there are, rounded so that the whole gives nothing away: the last step reaches up to
 * it and is at least five wide. « 10 » of 10 people would say that it is all of them, « 5 » of 7 that it is 5 to 7.
 * Of fewer than nine people nothing is shown. A `whole` of 0 is not known, and hides nothing.
 */
export function roundedWithin(value: number, whole: number): Shown {
  if (whole <= 0) return rounded(value)
  const last = rounded(whole - (STEP - 1))
  return Math.min(rounded(value), last) as Shown
}

/** What a figure of the daily snapshot shows after so many moves: 0, 10, 30, 60, 100, 150… */
export const shownAfter = (moves: number): number => (STRIDE * moves * (moves + 1)) / 2

/**
 * `value` of the `whole` people there are, held back: shown are 10, 30, 60, 100…, each from a count on that is drawn for
 * it, somewhere before the next. Who knows what all the others did cannot tell from a move on which side of it one person
 * stands; and the more people there are behind a figure, the more it takes to move it, so that its moves together say
 * little too (docs/chiffres.md, `npm run attack`). Nine below the whole it ends. A `whole` of 0 is not known.
 * @param draw from 0 to 1, 1 excluded: for a move always the same, and known to nobody
 */
export function heldWithin(value: number, whole: number, draw: (move: number) => number): Shown {
  const most = whole <= 0 ? Number.POSITIVE_INFINITY : whole - (STRIDE - 1)
  const from = (move: number) => shownAfter(move) + Math.floor(draw(move) * STRIDE * (move + 1))
  let moves = 0
  while (shownAfter(moves + 1) <= most && value >= from(moves + 1)) moves++
  return shownAfter(moves) as Shown
}

/**
 * The sum of what is shown. Rounding the sum of the exact figures instead would give them away: five cells shown
 * as 5 beside a total of 45 are five times 9.
 */
export function total(parts: readonly Shown[]): Shown {
  return parts.reduce((sum, part) => sum + part, 0) as Shown
}

/** Whole per cent of a headcount, from what is shown of it: it says nothing more. 0 for a headcount of 0. */
export function share(part: Shown, headcount: number): Shown {
  return (headcount > 0 ? Math.min(100, Math.floor((100 * part) / headcount)) : 0) as Shown
}

/** A cell as it is shown: `shown` of the `whole` people there are. */
export type ShownCell = { readonly shown: Shown; readonly whole: number }

/** How far a count may lie above what is shown of it, whatever was drawn: see `heldWithin`. */
function slackOf({ shown, whole }: ShownCell): number {
  let moves = 0
  while (shownAfter(moves) < shown) moves++
  const next = shownAfter(moves + 1)
  const most = whole <= 0 ? Number.POSITIVE_INFINITY : whole
  const top = next > most - (STRIDE - 1) ? most : Math.min(most, next + STRIDE * (moves + 2) - 2)
  return Math.max(0, top - shown)
}

/**
 * Whether `cells` may stand beside the exact `sum` of what they hold back: each keeps five counts possible, to who knows that
 * the sum is of nobody else and to who does not. Never for one cell, which the sum tells.
 */
export function keepsFive(cells: readonly ShownCell[], sum: number): boolean {
  const slacks = cells.map(slackOf)
  const all = slacks.reduce((one, other) => one + other, 0)
  const above = sum - total(cells.map(({ shown }) => shown))
  if (cells.length < 2 || above < 0) return false
  return slacks.every(slack => {
    const others = all - slack
    // More people than the cells can hold: some are in none, nobody knows how many.
    const least = above > all ? 0 : Math.max(0, above - others)
    return Math.min(slack, above) - least >= Math.min(STEP - 1, slack)
  })
}
