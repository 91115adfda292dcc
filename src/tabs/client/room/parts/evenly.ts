/** In parts as equal as can be, of `most` at most. */
export function evenly<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / Math.max(1, most))
  const size = Math.ceil(all.length / Math.max(1, parts))
  return Array.from({ length: parts }, (_, at) => all.slice(at * size, (at + 1) * size))
}
