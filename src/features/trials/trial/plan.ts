import { Refusal } from '../../../kernel/errors/refusal.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import { dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { InitiativeTrial, Rhythm, TrialMeasure, TrialStanding, TrialText } from './domain.ts'

/** Limits of texts, in grapheme clusters. */
const LENGTHS = { if: 200, expected: 200, change: 200, site: 120, measure: 120, unit: 20 } as const
/** Days from the first to the last, at most. */
const LONGEST = 366
const MEASURES = 3

/** One thing to look at, as typed. `id`: of one that is there already. `start`: of a number, '' for none yet. */
type TypedMeasure = {
  readonly id?: string | undefined
  readonly text: string
  readonly better: 'up' | 'down'
} & (
  | { readonly kind: 'number'; readonly unit: string; readonly start: string }
  | { readonly kind: 'question' }
)

/** A plan as a form sends it. */
export type TypedPlan = Omit<TrialText, 'hypothesis' | 'measures' | 'rhythm'> & {
  readonly ifWe: string
  readonly expected: string
  readonly rhythm: Rhythm
  readonly measures: readonly TypedMeasure[]
}

type Field = keyof typeof LENGTHS

/** @throws Refusal `trial-<field>-long` */
function lineOf(field: Field, typed: string): string {
  const line = cleanLine(typed)
  const max = LENGTHS[field]
  const count = line.length > max * 16 ? line.length : countGraphemes(line)
  if (count > max) throw new Refusal(`trial-${field}-long`, { count, max })
  return line
}

/** @throws Refusal `trial-<field>-missing`, `trial-<field>-long` */
function neededLine(field: 'if' | 'expected' | 'measure', typed: string): string {
  const line = lineOf(field, typed)
  if (!/[\p{L}\p{N}]/u.test(line)) throw new Refusal(`trial-${field}-missing`)
  return line
}

type Reading = {
  /** Ids of the programme's Directions, in its order. */
  readonly directions: readonly string[]
  readonly newId: () => string
  /** Of what the plan replaces. */
  readonly known: readonly TrialMeasure[]
}

function measureOf(typed: TypedMeasure, { newId, known }: Reading): TrialMeasure {
  const { text, better } = typed
  const same = known.find(({ id, kind }) => id === typed.id && kind === typed.kind)
  const common = { id: same?.id ?? newId(), text: neededLine('measure', text), better }
  return typed.kind === 'number'
    ? { ...common, kind: 'number', unit: lineOf('unit', typed.unit) }
    : { ...common, kind: 'question' }
}

/** @throws Refusal `trial-measures-missing`, `trial-measures-many`, `malformed` (one twice) and those of their texts */
function measuresOf(typed: readonly TypedMeasure[], reading: Reading): readonly TrialMeasure[] {
  if (typed.length === 0) throw new Refusal('trial-measures-missing')
  if (typed.length > MEASURES) throw new Refusal('trial-measures-many', { max: MEASURES })
  const measures = typed.map(each => measureOf(each, reading))
  if (new Set(measures.map(({ id }) => id)).size < measures.length) throw new Refusal('malformed')
  return measures
}

/** @throws Refusal `trial-direction`, `trial-place-missing`, `trial-site-long` */
function placesOf({ directions, site }: TypedPlan, known: readonly string[]) {
  if (directions.some(id => !known.includes(id))) throw new Refusal('trial-direction')
  const place = { directions: known.filter(id => directions.includes(id)), site: lineOf('site', site) }
  if (place.directions.length === 0 && place.site === '') throw new Refusal('trial-place-missing')
  return place
}

/**
 * Reads what was typed, whatever the day; `checkDays` looks at those.
 * @throws Refusal of each field: `trial-if-missing`, `trial-if-long` …, `trial-place-missing`, `trial-direction`,
 * `trial-measures-missing`, `trial-measures-many`, `malformed`
 */
export function planOf(typed: TypedPlan, reading: Reading): TrialText {
  const { from, until, rhythm } = typed
  if ([from, until].some(day => momentOf(day, '12:00', 'UTC') === undefined)) throw new Refusal('malformed')
  return {
    hypothesis: { ifWe: neededLine('if', typed.ifWe), expected: neededLine('expected', typed.expected) },
    change: lineOf('change', typed.change),
    ...placesOf(typed, reading.directions),
    from,
    until,
    rhythm,
    measures: measuresOf(typed.measures, reading),
  }
}

type Days = Pick<TrialText, 'from' | 'until'>

/**
 * Whether the days can be: of a new trial, or of one whose days are moved.
 * @throws Refusal `trial-from-past`, `trial-until-early`, `trial-until-past`, `trial-long`
 */
export function checkDays({ from, until }: Days, today: string, before?: Days): void {
  if (from !== before?.from && from < today) throw new Refusal('trial-from-past')
  if (until <= from) throw new Refusal('trial-until-early')
  if (until !== before?.until && until < today) throw new Refusal('trial-until-past')
  if (until > dayAfter(from, LONGEST)) throw new Refusal('trial-long', { max: LONGEST })
}

/** What may be changed only before the first day. */
const fixedOf = ({ hypothesis, change, from, measures }: TrialText) =>
  JSON.stringify([
    hypothesis.ifWe,
    hypothesis.expected,
    change,
    from,
    measures.map(each => [
      each.id,
      each.text,
      each.better,
      each.kind,
      each.kind === 'number' ? each.unit : '',
    ]),
  ])

/**
 * Whether the plan may become `after`: while it runs, only where, until when and how often.
 * @throws Refusal `trial-begun`, and those of `checkDays`
 */
export function checkChange(
  before: InitiativeTrial,
  after: TrialText,
  standing: TrialStanding,
  today: string,
): void {
  if (standing !== 'planned' && fixedOf(before) !== fixedOf(after)) throw new Refusal('trial-begun')
  checkDays(after, today, before)
}

/** Whether its days are others: what was to happen by the earlier ones does not. */
export function movesDays(before: Days, after: Days): boolean {
  return before.from !== after.from || before.until !== after.until
}

type Places = Pick<TrialText, 'directions' | 'site'>

/** Whether it is tried elsewhere. */
export function movesPlaces(before: Places, after: Places): boolean {
  return before.site !== after.site || before.directions.join() !== after.directions.join()
}
