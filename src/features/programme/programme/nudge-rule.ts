/** Kinds of rules; their code is in src/features/nudges. */
export const NUDGE_KINDS = [
  'digest',
  'workshop-week',
  'workshop-tomorrow',
  'axis-silent',
  'ideas-waiting',
  'ballot-closing',
  'horizons',
  'my-workshop-tomorrow',
  'my-ballot-closing',
  'my-horizon',
] as const
export type NudgeKind = (typeof NUDGE_KINDS)[number]

/** When a rule runs, and its measures. Days are counted in the programme's zone. */
export type NudgeRule = {
  readonly id: string
  readonly kind: NudgeKind
  /** A cron pattern in the programme's zone, once a day at most. */
  readonly at: string
  /** Days ahead that it searches. */
  readonly days?: number | undefined
  /** Days that something waits before it is told. */
  readonly patience?: number | undefined
  /** Minimum days between two messages of this rule to one person. */
  readonly every?: number | undefined
  readonly off?: boolean | undefined
}

type Measure = 'days' | 'patience' | 'every'

/** Measures of each kind, with their defaults. */
export const MEASURES: Readonly<Record<NudgeKind, Readonly<Partial<Record<Measure, number>>>>> = {
  digest: {},
  'workshop-week': { days: 7, every: 2 },
  'workshop-tomorrow': {},
  'axis-silent': { patience: 21, every: 14 },
  'ideas-waiting': { patience: 10, every: 3 },
  'ballot-closing': { days: 2 },
  horizons: { days: 7, every: 28 },
  'my-workshop-tomorrow': {},
  'my-ballot-closing': { days: 2 },
  'my-horizon': { days: 3 },
}

/** Every morning, before working hours: findings are checked again right before they are sent. */
const DAILY = '0 7 * * *'
/** Weekly kinds: the digest, before the rules that it replaces, and one that is never urgent. */
const WEEKLY: Readonly<Partial<Record<NudgeKind, string>>> = {
  digest: '30 6 * * 1',
  'axis-silent': '0 7 * * 4',
}

function ruleOf(kind: NudgeKind): NudgeRule {
  return { id: kind, kind, at: WEEKLY[kind] ?? DAILY, ...MEASURES[kind] }
}

/** Default rules. */
export const USUAL_RULES: readonly NudgeRule[] = NUDGE_KINDS.map(ruleOf)
