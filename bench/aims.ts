/** What is wanted of a figure: the `value`, the `ratio`, or something counted on the way, by its name. */
export type Aim =
  | { readonly of: string; readonly atMost: number }
  | { readonly of: string; readonly atLeast: number }

/** `found` is left out where nothing of that name was counted, which is no aim met. */
export type Verdict = {
  readonly of: string
  /** As one says it: « at most 150 ». */
  readonly wanted: string
  readonly found?: number
  readonly met: boolean
}

export const wantedOf = (aim: Aim) =>
  'atMost' in aim
    ? `at most ${aim.atMost.toLocaleString('en')}`
    : `at least ${aim.atLeast.toLocaleString('en')}`

/** Each aim held against its figure. */
export function judge(aims: readonly Aim[], figures: Readonly<Record<string, number>>): readonly Verdict[] {
  return aims.map(aim => {
    const found = figures[aim.of]
    const met = found !== undefined && ('atMost' in aim ? found <= aim.atMost : found >= aim.atLeast)
    return { of: aim.of, wanted: wantedOf(aim), ...(found !== undefined && { found }), met }
  })
}
