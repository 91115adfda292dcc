import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { TrialMeasureView } from '../../../contract/initiatives/trials.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { saidText, valueText } from './texts.ts'

/** One value of a measure on a day, YYYY-MM-DD. `answers`: of a question, how many it is made of. */
export type TrialPoint = {
  readonly day: string
  readonly value: number
  readonly text: string
  readonly start: boolean
  readonly answers?: Shown
}

/** All that is known of a measure, the earliest first. */
export function pointsOf(measure: TrialMeasureView, translator: Translator): readonly TrialPoint[] {
  const points: readonly TrialPoint[] =
    measure.kind === 'number'
      ? measure.readings.map(({ day, value, start }) => ({
          day,
          value,
          text: valueText(value, measure.unit, translator),
          start: start === true,
        }))
      : measure.rounds.map(({ day, said, answers, start }) => ({
          day,
          value: said,
          text: saidText(said, translator),
          start: start === true,
          answers,
        }))
  // Of one day, the start comes before what was seen since.
  return points.toSorted((a, b) => a.day.localeCompare(b.day) || Number(b.start) - Number(a.start))
}

type StartAndNow = { readonly start?: TrialPoint; readonly now?: TrialPoint }

/** Where it began and where it is: the start is none of what came since. */
export function startAndNow(points: readonly TrialPoint[]): StartAndNow {
  const start = points.find(point => point.start)
  const now = points.findLast(point => !point.start)
  return { ...(start && { start }), ...(now && { now }) }
}

const ROUND = [1, 2, 2.5, 5, 10]

/** The least round number that is not below `value`, which is above zero. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return power * (ROUND.find(step => step * power >= value) ?? 10)
}

type Span = { readonly low: number; readonly high: number }

/** From where to where the scale of a chart goes: from zero on, so that a small move looks small; a question has its five steps. */
export function spanOf(points: readonly TrialPoint[], kind: TrialMeasureView['kind']): Span {
  if (kind === 'question') return { low: 1, high: 5 }
  const values = points.map(({ value }) => value)
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  return {
    low: low < 0 ? -roundAbove(-low) : 0,
    high: high > 0 ? roundAbove(high) : low < 0 ? 0 : 1,
  }
}
