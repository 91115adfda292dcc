/**
 * Trials that have begun, by the axis of their idea ('' for none), the month of their first day and how they ended:
 * '' while nobody decided.
 */
export type TrialTally = readonly {
  readonly axis: string
  readonly month: number
  readonly decision: 'generalise' | 'adjust' | 'stop' | ''
  readonly count: number
}[]
