/**
 * What follows of a retained idea, a closed ballot, a published summary or a decided trial: a sentence, until when, and the Direction, the Lab' or the group of an
 * initiative that promises it. Who sees to it is
 * asked, and free to accept; their name is shown only if they ticked it. Late is said of the step, to who promised it first,
 * and no list of steps by person is anybody's.
 */

import type { StepErasureUsecases } from './assignment/leaving-usecases.ts'
import type { StepReadingUsecases } from './step/reading-usecases.ts'

export type { NextStepShown, StepOnSubject } from './step/domain.ts'
export { stepFacts } from './step/line-cards.ts'
export type { StepSubject } from './step/subject.ts'

/** Of next steps, what other features use. */
export type StepUsecases = Pick<StepReadingUsecases, 'shownOn' | 'allOn' | 'mayWrite'> &
  Pick<StepErasureUsecases, 'leave'>
