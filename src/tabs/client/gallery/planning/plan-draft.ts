import type { Key } from '../../../../i18n/words.ts'
import type { InitiativeTrials, TrialPlan, TrialView } from '../../../contract/initiatives/trials.ts'
import { daysAfter, noonOf } from '../../parts/words/days.ts'
import { lengthOf } from '../../parts/words/length.ts'

/** What each part of a plan may hold, in characters as a person counts them; the server says the same. */
export const TRIAL_LIMITS = {
  ifWe: 200,
  expected: 200,
  change: 200,
  site: 120,
  measure: 120,
  unit: 20,
  why: 600,
  learnt: 600,
} as const
export const MOST_MEASURES = 3
/** Days from the first to the last, at most. */
export const LONGEST = 366
/** What a form begins with: in a week, for six. */
const SOON = 7
const WEEKS = 42

/** A thing to look at as it is typed; `id` of one that is there already. A question has no unit and no start. */
export type MeasureDraft = {
  readonly key: number
  readonly id?: string
  readonly kind: 'number' | 'question'
  readonly text: string
  readonly unit: string
  readonly better: 'up' | 'down'
  readonly start: string
}

export type PlanDraft = Omit<TrialPlan, 'measures'> & { readonly measures: readonly MeasureDraft[] }

export const NEW_MEASURE = { kind: 'number', text: '', unit: '', better: 'up', start: '' } as const

/** A plan that changes what is there. */
export function draftOf({ hypothesis, measures, ...trial }: TrialView): PlanDraft {
  const { change, site, from, until, rhythm } = trial
  return {
    ...hypothesis,
    change,
    directions: [...trial.directions],
    site,
    from,
    until,
    rhythm,
    measures: measures.map((measure, key) => ({
      key,
      id: measure.id,
      kind: measure.kind,
      text: measure.text,
      better: measure.better,
      unit: measure.kind === 'number' ? measure.unit : '',
      start: '',
    })),
  }
}

type Carried = NonNullable<InitiativeTrials['carried']>['plan']

function carriedMeasures(measures: Carried['measures']): readonly MeasureDraft[] {
  return measures.map((measure, key) => ({
    key,
    kind: measure.kind,
    text: measure.text,
    better: measure.better,
    unit: measure.kind === 'number' ? measure.unit : '',
    start: '',
  }))
}

/** What a new plan begins with: the trial before it, else the one that inspired it, else next to nothing. */
export function newDraft(
  { past: [before], carried }: InitiativeTrials,
  today: string,
  direction: string | undefined,
): PlanDraft {
  const from = daysAfter(today, SOON)
  const fresh = { change: '', from, until: daysAfter(from, WEEKS) }
  if (before) {
    const { measures, ...plan } = draftOf(before)
    return { ...plan, ...fresh, measures: measures.map(({ id: _, ...rest }) => rest) }
  }
  const place = { directions: direction === undefined ? [] : [direction], site: '' }
  const { ifWe, expected, rhythm, measures } = carried?.plan ?? {
    ifWe: '',
    expected: '',
    rhythm: 'fortnightly' as const,
    measures: [],
  }
  const carriedOn = carriedMeasures(measures)
  const seen = carriedOn.length > 0 ? carriedOn : [{ key: 0, ...NEW_MEASURE }]
  return { ifWe, expected, rhythm, ...fresh, ...place, measures: seen }
}

/** As the server takes it. */
export function sentOf({ measures, ...plan }: PlanDraft): TrialPlan {
  return {
    ...plan,
    measures: measures.map(({ id, kind, text, better, unit, start }) => {
      const known = id === undefined ? {} : { id }
      return kind === 'number'
        ? { ...known, kind, text, better, unit, start }
        : { ...known, kind, text, better }
    }),
  }
}

/** Why the days cannot be so, as far as the page knows it. */
type DayFaults = { readonly from?: Key; readonly until?: Key }

export function dayFaults({ from, until }: PlanDraft, today: string, begun: boolean): DayFaults {
  if (!begun && from === '') return { from: 'trial.tab.fault.day' }
  if (!begun && from < today) return { from: 'refusal.trial-from-past' }
  if (until === '') return { until: 'trial.tab.fault.day' }
  if (until <= from) return { until: 'refusal.trial-until-early' }
  if (until < today) return { until: 'refusal.trial-until-past' }
  const days = Math.round((noonOf(until) - noonOf(from)) / 86_400_000)
  return days > LONGEST ? { until: 'refusal.trial-long' } : {}
}

export const isPlaced = ({ directions, site }: Pick<PlanDraft, 'directions' | 'site'>): boolean =>
  directions.length > 0 || lengthOf(site) > 0

const fits = (text: string, limit: number) => lengthOf(text) <= limit
const said = (text: string, limit: number) => lengthOf(text) > 0 && fits(text, limit)

function isWhole({ kind, text, unit }: MeasureDraft): boolean {
  return said(text, TRIAL_LIMITS.measure) && (kind === 'question' || fits(unit, TRIAL_LIMITS.unit))
}

/** Whether it can be sent; `begun`: its first day is over, and what is tried and looked at stays. */
export function isPlan(draft: PlanDraft, today: string, begun: boolean): boolean {
  const faults = dayFaults(draft, today, begun)
  return (
    said(draft.ifWe, TRIAL_LIMITS.ifWe) &&
    said(draft.expected, TRIAL_LIMITS.expected) &&
    fits(draft.change, TRIAL_LIMITS.change) &&
    fits(draft.site, TRIAL_LIMITS.site) &&
    isPlaced(draft) &&
    faults.from === undefined &&
    faults.until === undefined &&
    draft.measures.every(isWhole)
  )
}
