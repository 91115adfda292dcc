/** `most` of the items, as far apart from each other as they can be. */
function evenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T)
}

/** Any beginning of it is spread over the whole: the first, the middle, then the quarters. */
function spreadOut<T>(items: readonly T[]): readonly T[] {
  const bits = Math.ceil(Math.log2(Math.max(1, items.length)))
  const reversed = (at: number) =>
    Number.parseInt([...at.toString(2).padStart(bits, '0')].toReversed().join(''), 2)
  const places = Array.from({ length: 2 ** bits }, (_, at) => reversed(at))
  return places.filter(at => at < items.length).map(at => items[at] as T)
}

/**
 * Draws `most` items of `first`, then of `then`, evenly over the order in which they stand; what is cut off the end takes as
 * much of every part.
 */
export function drawEvenly<T>(first: readonly T[], then: readonly T[], most: number): readonly T[] {
  const drawn = [first, then].map(items => spreadOut(evenly(items, most)))
  return drawn.flat().slice(0, most)
}
