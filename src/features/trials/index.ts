/**
 * What an initiative tries: what is expected of what, where, until when, by what one will see that it works. One at a time,
 * several in a row; who tries it is named as members are, and what they answer is kept apart from who they are. It ends by a
 * decision and by what was learnt, and the initiative's phase follows from it.
 */

import type { TrialReadingUsecases } from './trial/reading-usecases.ts'

export type { RecordedMeasure, TrialRecord } from './records/domain.ts'
export type { SaidLesson } from './records/lesson-usecases.ts'
export type { TrialTally } from './records/tally.ts'
export type { ExportedTrial, RecordUsecases, TrialsOfWeek } from './records/usecases.ts'
export type { InitiativeTrial, TrialStanding } from './trial/domain.ts'
export type { TrialSeen } from './trial/seen.ts'
export type { TrialWaitingUsecases } from './waiting/usecases.ts'

/** Of trials, what other features use. */
export type ReadTrials = Pick<TrialReadingUsecases, 'show' | 'ofInitiative'>
