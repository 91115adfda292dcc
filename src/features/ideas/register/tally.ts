/** What became of an idea: nothing yet, an answer or a reason why not, or it was retained. */
export type IdeaOutcome = 'waiting' | 'answered' | 'retained'

/** Ideas that all may read, merged ones as one. `axis`, `direction`: '' where there is none, or none to be named. `month`: of when they were sent, -1 before the first. */
export type IdeaCount = {
  readonly axis: string
  readonly direction: string
  readonly outcome: IdeaOutcome
  readonly month: number
  readonly ideas: number
  readonly supports: number
}

/** Whole days until an idea was first answered or decided, and in which month. */
export type IdeaDelay = { readonly days: number; readonly month: number; readonly ideas: number }

/** Steps that were promised, and whether they are kept; `direction`: who promised, '' the Lab'. `month`: of the promise. */
export type IdeaStepCount = {
  readonly axis: string
  readonly direction: string
  readonly kept: boolean
  readonly month: number
  readonly steps: number
}
