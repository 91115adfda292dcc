/** What a rule can be about. What each of them looks for, asks and says is code; see src/features/nudges. */
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

/** When the bot looks for something to tell, and with what measure. Days are counted in the programme's zone. */
export type NudgeRule = {
  readonly id: string
  readonly kind: NudgeKind
  /** A cron pattern in the programme's zone, once a day at most. */
  readonly at: string
  /** How many days ahead it looks. */
  readonly days?: number | undefined
  /** How many days something waits before it is told. */
  readonly patience?: number | undefined
  /** Days between two of this rule to one person, at least. */
  readonly every?: number | undefined
  readonly off?: boolean | undefined
}

type Measure = 'days' | 'patience' | 'every'

/** What each kind is measured by, and what holds when the file does not say. */
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

/** Every morning, before the bot may write: what it finds is looked at again right before it goes. */
const DAILY = '0 7 * * *'
/** Once a week: the digest, before the rules whose messages it stands for, and one that is never urgent. */
const WEEKLY: Readonly<Partial<Record<NudgeKind, string>>> = {
  digest: '30 6 * * 1',
  'axis-silent': '0 7 * * 4',
}

function ruleOf(kind: NudgeKind): NudgeRule {
  return { id: kind, kind, at: WEEKLY[kind] ?? DAILY, ...MEASURES[kind] }
}

/** The rules of a file that says nothing of them. */
export const USUAL_RULES: readonly NudgeRule[] = NUDGE_KINDS.map(ruleOf)
