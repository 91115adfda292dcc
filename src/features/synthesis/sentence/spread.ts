/** An idea that stands somewhere on the board, by its place in time among the others there. */
export type StandingIdea = { readonly id: string; readonly stance?: 'for' | 'against' }

/** Of those marked for, and of those marked against, as many at least as there are. */
const MARKED = 15
/** Steps in which they are sent: what does not fit is left out of all ages alike. */
const STEPS = 4

/** `most` of `items`, at even distances from the first to the last; all where there are no more. */
export function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, at) => items[Math.floor(((at + 0.5) * items.length) / most)] as T)
}

/** In turns of every fourth. */
function inTurns<T>(items: readonly T[]): readonly T[] {
  return Array.from({ length: STEPS }, (_, turn) => items.filter((_, at) => at % STEPS === turn)).flat()
}

/**
 * Which ideas a model reads of a theme: spread evenly over it by age, with both stances where they are marked. `standing`:
 * oldest first. The same for the same.
 */
export function ideasToRead(standing: readonly StandingIdea[], most: number): readonly string[] {
  const marked = (['for', 'against'] as const).flatMap(side =>
    spread(
      standing.filter(({ stance }) => stance === side),
      MARKED,
    ),
  )
  const chosen = new Set(marked)
  const others = spread(
    standing.filter(each => !chosen.has(each)),
    most - chosen.size,
  )
  for (const each of others) chosen.add(each)
  return inTurns(standing.filter(each => chosen.has(each))).map(({ id }) => id)
}
