import { EVERYONE, ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'

export const RECORD_PERMISSIONS = {
  /** What all may read one by one. */
  list: { act: 'trials.list', roles: EVERYONE },
  /** Re-reads what was learnt, for whoever takes the method. */
  reread: { act: 'trials.reread', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** A trial that everybody may read, as it is counted, listed and handed on. Days are `YYYY-MM-DD`. */
export type TrialRecord = {
  readonly id: string
  /** Of its initiative. */
  readonly initiative: string
  readonly title: string
  /** '' for none. */
  readonly axis: string
  readonly number: number
  /** « Si nous … » and « alors … », without these words. */
  readonly hypothesis: { readonly ifWe: string; readonly expected: string }
  readonly directions: readonly string[]
  readonly site: string
  readonly from: string
  readonly until: string
  /** How many try it. */
  readonly testers: number
  readonly decision?: RecordedDecision
  /** Milliseconds: when it was decided, else when it was planned. */
  readonly at: number
}

export type RecordedDecision = {
  readonly kind: 'generalise' | 'adjust' | 'stop'
  readonly on: string
  readonly why: string
  readonly learnt: string
  readonly directions: readonly string[]
}

/** One that was decided. */
export type DecidedRecord = TrialRecord & { readonly decision: RecordedDecision }

/** What was looked at: its numbers, or what a closed round said, at the start and last. */
export type RecordedMeasure = {
  readonly trial: string
  readonly text: string
  /** '' of a question. */
  readonly unit: string
  readonly start?: number
  readonly last?: number
}

/** Where a trial stands by the clock; `today`: `YYYY-MM-DD`. */
export function stageOf(
  { from, until, decision }: Pick<TrialRecord, 'from' | 'until' | 'decision'>,
  today: string,
): 'planned' | 'running' | 'due' | 'decided' {
  if (decision) return 'decided'
  if (today < from) return 'planned'
  return today < until ? 'running' : 'due'
}
