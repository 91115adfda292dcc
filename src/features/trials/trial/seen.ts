import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { InitiativeSeen } from '../../initiatives/index.ts'
import type { NextStepShown } from '../../next-steps/index.ts'
import {
  type InitiativeTrial,
  standingOf,
  TRIAL_PERMISSIONS,
  type TrialMeasure,
  type TrialStanding,
  type TrialText,
} from './domain.ts'

/** A number as it was typed on a day, `YYYY-MM-DD`. `start`: taken before the first day. */
export type TypedNumber = { readonly day: string; readonly value: number; readonly start?: true }

/** What a closed round says of a question: from 1.5 to 4.5 by halves, of at least `answers` people. */
export type ClosedRound = {
  readonly day: string
  readonly said: number
  readonly answers: Shown
  readonly start?: true
}

/** What one person is asked at present, until the end of the day `until`. */
export type LookIn = { readonly round: string; readonly until: string; readonly answered: boolean }

/** A signed line of somebody who tries it. `at`: milliseconds. */
export type SignedLine = {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly at: number
}

/** Who tries it: how many, some of their names in the order in which they came, and whether the reader does. */
export type Testing = {
  readonly testers: number
  readonly names: readonly string[]
  readonly trying: boolean
}

/** The plan of a trial elsewhere, to begin from. */
export type CarriedPlan = {
  readonly from: { readonly initiative: string; readonly title: string }
  readonly plan: Pick<TrialText, 'hypothesis' | 'rhythm'> & { readonly measures: readonly TrialMeasure[] }
}

type ByTrial<T> = (
  actor: Actor,
  trials: readonly InitiativeTrial[],
) => Promise<ReadonlyMap<InitiativeTrial['id'], T>>
type ByMeasure<T> = (
  trials: readonly InitiativeTrial[],
) => Promise<ReadonlyMap<TrialMeasure['id'], readonly T[]>>

/** What each room to the right knows of trials, handed over by name. */
export type TrialBeside = {
  readonly testing: ByTrial<Testing>
  /** The latest 20 of each, the latest first. */
  readonly notes: ByTrial<readonly SignedLine[]>
  /** Oldest first, what was taken before the first day before all others. */
  readonly readings: ByMeasure<TypedNumber>
  readonly rounds: ByMeasure<ClosedRound>
  readonly asked: ByTrial<LookIn>
  /** What follows of its decision. */
  readonly next: ByTrial<readonly NextStepShown[]>
  /** The plan of the trial of whatever inspired the initiative. */
  readonly carried: (actor: Actor, initiative: InitiativeSeen) => Promise<CarriedPlan | undefined>
}

/** A trial as one person sees it. `title`: of its initiative. */
export type TrialSeen = InitiativeTrial &
  Testing & {
    readonly title: string
    /** Id of its idea's. */
    readonly axis?: string
    readonly standing: TrialStanding
    /** They carry its initiative. */
    readonly mine: boolean
    /** Nobody carries it at present. */
    readonly uncarried?: true
    readonly mayType: boolean
    readonly mayDecide: boolean
    readonly notes: readonly SignedLine[]
    readonly asked?: LookIn
    readonly next?: readonly NextStepShown[]
    readonly numbers: ReadonlyMap<TrialMeasure['id'], readonly TypedNumber[]>
    readonly rounds: ReadonlyMap<TrialMeasure['id'], readonly ClosedRound[]>
  }

/** Whether somebody types its numbers: who carries it, or a pilot of one of its Directions. */
export function typesNumbers(
  { id, role, leads = [] }: Actor,
  { directions }: Pick<InitiativeTrial, 'directions'>,
  owner: string | undefined,
): boolean {
  return owner === id || (role === 'pilot' && directions.some(direction => leads.includes(direction)))
}

/** What somebody may do of a trial, as the clock stands. */
export function rightsOn(actor: Actor, trial: InitiativeTrial, owner: string | undefined, today: string) {
  const standing = standingOf(trial, today)
  const carries = may(TRIAL_PERMISSIONS.plan, actor.role) && owner === actor.id
  const over = standing === 'decided'
  return {
    standing,
    mayType: !over && may(TRIAL_PERMISSIONS.plan, actor.role) && typesNumbers(actor, trial, owner),
    mayDecide: !over && standing !== 'planned' && (carries || actor.role === 'organiser'),
  }
}
