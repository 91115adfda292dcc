import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { SafeText } from '../../../kernel/text/card.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { TrialMeasure } from '../trial/domain.ts'
import type { ClosedRound, TrialSeen, TypedNumber } from '../trial/seen.ts'
import { type NumberMeasure, startAndNow } from './domain.ts'

/** `said`: there is something, in bold. */
type Side = {
  /** '' where it stands alone. */
  readonly when: string
  readonly value: string
  readonly said: boolean
  /** When, and of how many; '' where nothing is said. */
  readonly detail: string
}
export type MeasurePart = {
  readonly text: SafeText
  /** In what it is counted, and which way is better. */
  readonly better: string
  readonly sides: readonly Side[]
}

/** The lowest and the highest that are said. */
const [LEAST, MOST] = [1.5, 4.5]

/** « lundi 3 mai » */
export function dayText(words: Words, day: string): string {
  return words.shortDay(momentOf(day, '12:00', words.zone) ?? 0)
}

/** « 12,5 min », « 30 % » */
export function valueText(words: Words, { unit }: Pick<NumberMeasure, 'unit'>, value: number): string {
  const shown = words.number(value)
  if (unit === '') return shown
  if (unit === '%') return words.say('trial.measures.percent', { value: shown })
  return words.say('trial.measures.value', { value: shown, unit: safe(unit) })
}

function saidText(words: Words, said: number): string {
  const value = words.number(said)
  if (said <= LEAST) return words.say('trial.measures.said.least', { value })
  return words.say(said >= MOST ? 'trial.measures.said.most' : 'trial.measures.said', { value })
}

type Taken = { readonly value: string; readonly detail: string }

type Sides = {
  readonly start: Taken | undefined
  readonly now: Taken | undefined
  /** Said where there is neither. */
  readonly none: string
}

/** Start and now, or the end of one that is over; one sentence where there is neither. */
function sidesOf({ say }: Words, over: boolean, { start, now, none }: Sides): Side[] {
  const side = (when: string, taken: Taken | undefined, missing: string): Side =>
    taken ? { when, ...taken, said: true } : { when, value: missing, said: false, detail: '' }
  if (!start && !now) return [side('', undefined, none)]
  return [
    side(say('trial.measures.start'), start, say('trial.measures.start.none')),
    side(say(over ? 'trial.measures.end' : 'trial.measures.now'), now, none),
  ]
}

function numberSides(words: Words, measure: NumberMeasure, typed: readonly TypedNumber[]): Sides {
  const { start, now } = startAndNow(typed)
  const taken = (reading: typeof start): Taken | undefined =>
    reading && { value: valueText(words, measure, reading.value), detail: dayText(words, reading.day) }
  return { start: taken(start), now: taken(now), none: words.say('trial.measures.now.none') }
}

function questionSides(words: Words, rounds: readonly ClosedRound[]): Sides {
  const { start, now } = startAndNow(rounds)
  const taken = (round: typeof start): Taken | undefined =>
    round && {
      value: saidText(words, round.said),
      detail: words.say('trial.measures.answers', { date: dayText(words, round.day), count: round.answers }),
    }
  return { start: taken(start), now: taken(now), none: words.say('trial.measures.few') }
}

/** Start and now side by side, in words. */
export function measurePart(
  words: Words,
  { numbers, rounds, ending }: Pick<TrialSeen, 'numbers' | 'rounds' | 'ending'>,
  measure: TrialMeasure,
): MeasurePart {
  const { id, kind, text, better } = measure
  const way = words.say(`trial.measures.better.${better}`)
  const unit = kind === 'number' ? safe(measure.unit) : words.say('trial.measures.steps')
  return {
    text: safe(text),
    better: unit === '' ? way : words.say('trial.measures.unit', { unit, better: way }),
    sides: sidesOf(
      words,
      ending !== undefined,
      kind === 'number'
        ? numberSides(words, measure, numbers.get(id) ?? [])
        : questionSides(words, rounds.get(id) ?? []),
    ),
  }
}
