/** From so many rows with the same words on, one sentence says as much. */
const MANY = 3

type SplitRows<T> = {
  /** Rows with figures of their own, in the given order. */
  readonly told: readonly T[]
  /** How many say each of the others' words, the first said first. */
  readonly alike: readonly { readonly text: string; readonly count: number }[]
}

/** Rows set apart from those that only repeat one another. `textOf`: what a row says; undefined where it has a bar. */
export function splitRepeated<T>(rows: readonly T[], textOf: (row: T) => string | undefined): SplitRows<T> {
  const groups = Map.groupBy(rows, textOf)
  const repeats = (row: T) => {
    const text = textOf(row)
    return text !== undefined && (groups.get(text)?.length ?? 0) >= MANY
  }
  return {
    told: rows.filter(row => !repeats(row)),
    alike: [...groups].flatMap(([text, { length: count }]) =>
      text !== undefined && count >= MANY ? [{ text, count }] : [],
    ),
  }
}
