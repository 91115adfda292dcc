import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { answersWithin, type Shown } from '../../../kernel/personal-data/counts.ts'
import { type SaidHalves, STEPS, type StepAnswer, saidMean } from '../../../kernel/personal-data/step-mean.ts'
import { fold } from '../../../kernel/text/text.ts'
import type { InitiativeTrial } from '../trial/domain.ts'

/** A time in which who tries is asked; milliseconds. `number`: 0 for the one before the first day. */
export type LookInRound = {
  readonly id: string
  readonly trial: string
  readonly number: number
  readonly opensAt: number
  readonly closesAt: number
  readonly closed: boolean
}

/** Where somebody stands with the look-in of a trial. `asked`: they try it, and it is open. */
export type LookInStatus = {
  readonly round?: LookInRound
  readonly asked: boolean
  readonly answered: boolean
}

/** What one person answers to a question. */
export type StepGiven = { readonly measure: string; readonly step: StepAnswer }

/** How many people answered each step of a question, from 1 on. */
export type MeasureTally = { readonly measure: string; readonly counts: readonly number[] }

/** All that is kept of a question of a closed round. `said`: in half steps. */
export type RoundResult = {
  readonly measure: string
  readonly said: SaidHalves
  readonly answers: Shown
}

export const LOOK_IN_PERMISSIONS = {
  answer: { act: 'trials.answer', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** The questions that who tries is asked, in their order. */
export function questionsOf({ measures }: Pick<InitiativeTrial, 'measures'>) {
  return measures.filter(({ kind }) => kind === 'question')
}

/** Whether somebody is asked the same as before: a question in other words is another. */
export function asksTheSame(
  one: Pick<InitiativeTrial, 'measures'>,
  other: Pick<InitiativeTrial, 'measures'>,
): boolean {
  const asked = (trial: Pick<InitiativeTrial, 'measures'>) =>
    JSON.stringify(questionsOf(trial).map(({ id, text }) => [id, text]))
  return asked(one) === asked(other)
}

/**
 * What the kept noise of a question is drawn by: the same words asked again by a next trial of the initiative are asked of much
 * the same people, and no second look at them.
 */
export function keptWords(
  { initiative, measures }: Pick<InitiativeTrial, 'initiative' | 'measures'>,
  measure: string,
): string {
  const asked = measures.find(({ id }) => id === measure)?.text ?? measure
  return `look-in kept ${initiative} ${fold(asked)}`
}

/** @throws Refusal `look-in-closed` */
export function openAt(round: LookInRound | undefined, now: number): LookInRound {
  if (!round || round.closed || now >= round.closesAt) throw new Refusal('look-in-closed')
  return round
}

/**
 * An answer to each question: somebody who could leave one out could find out, with a few others, how many answered.
 * @throws Refusal `look-in-incomplete`, `malformed` (a question twice, or one that is not asked)
 */
export function wholeAnswer(
  given: readonly { readonly measure: string; readonly step: number }[],
  trial: Pick<InitiativeTrial, 'measures'>,
): readonly StepGiven[] {
  const asked = questionsOf(trial).map(({ id }) => id)
  const measures = new Set(given.map(({ measure }) => measure))
  if (measures.size < given.length || given.some(({ measure }) => !asked.includes(measure)))
    throw new Refusal('malformed')
  const answers = given.flatMap(({ measure, step }) => {
    const found = STEPS.find(each => each === step)
    return found === undefined ? [] : [{ measure, step: found }]
  })
  if (answers.length === 0 || answers.length < asked.length) throw new Refusal('look-in-incomplete')
  return answers
}

/**
 * What may be shown of a round that closes, and so all that is kept of it. `trying`: how many try it, which everybody
 * can read: not who answered and left, whom a figure would give away. `draw`: a `KeyedRandom` of this round; `kept`: the draw
 * that all rounds of a question share.
 */
export function resultsOf(
  tallies: readonly MeasureTally[],
  trying: number,
  draw: (what: string) => number,
  kept: (measure: string) => number,
): readonly RoundResult[] {
  return tallies.flatMap(({ measure, counts }) => {
    const all = counts.reduce((sum, count) => sum + count, 0)
    const answers = answersWithin(all, trying, draw('answers'))
    return answers > 0 ? [{ measure, said: saidMean(counts, draw(measure), kept(measure)), answers }] : []
  })
}
