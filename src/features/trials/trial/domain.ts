import type { Actor } from '../../../kernel/access/actor.ts'
import {
  EVERYONE,
  PARTICIPANTS,
  type Permission,
  permit,
  type Relation,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'

/** How often who tries is asked: every 7, 14 or 28 days from the first day, or on the last days alone. */
export const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'end'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** What is looked at: a number with its unit, or a question to those who try it. `better`: which way it is to go. */
export type TrialMeasure = {
  readonly id: string
  readonly text: string
  readonly better: 'up' | 'down'
} & ({ readonly kind: 'number'; readonly unit: string } | { readonly kind: 'question' })

/** What its carrier writes. Days are `YYYY-MM-DD` in the programme's zone, both included. */
export type TrialText = {
  /** « Si nous … » and « alors … », without these words. */
  readonly hypothesis: { readonly ifWe: string; readonly expected: string }
  /** What changes from the trial before; '' for a first one. */
  readonly change: string
  /** Ids of Directions in the programme's order, and a place in words; one of them at least. */
  readonly directions: readonly string[]
  readonly site: string
  readonly from: string
  readonly until: string
  readonly rhythm: Rhythm
  readonly measures: readonly TrialMeasure[]
}

/** How it ended. `by`: a person's id, absent once they are erased; `at`: milliseconds. */
export type TrialEnding = {
  readonly kind: 'generalise' | 'adjust' | 'stop'
  readonly on: string
  readonly why: string
  readonly learnt: string
  readonly directions: readonly string[]
  readonly by?: string
  readonly at: number
}

/** One of the trials of an initiative, which come one after the other. */
export type InitiativeTrial = TrialText & {
  readonly id: string
  readonly initiative: string
  /** From 1. */
  readonly number: number
  /** Grows as its days are moved: what was to happen by the earlier ones does not. */
  readonly turn: number
  /** Milliseconds. */
  readonly at: number
  /** Who planned it, by id; absent once they are erased. */
  readonly plannedBy?: string
  readonly ending?: TrialEnding
}

/** `planned`: before its first day; `due`: its last day has come, and nobody decided yet. */
export type TrialStanding = 'planned' | 'running' | 'due' | 'decided'

export const TRIAL_PERMISSIONS = {
  read: { act: 'trials.read', roles: EVERYONE },
  plan: { act: 'trials.plan', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** By the clock of the programme's zone: `today` is `YYYY-MM-DD`. */
export function standingOf(
  { from, until, ending }: Pick<InitiativeTrial, 'from' | 'until' | 'ending'>,
  today: string,
): TrialStanding {
  if (ending) return 'decided'
  if (today < from) return 'planned'
  return today < until ? 'running' : 'due'
}

/** What ties somebody to an initiative that `owner` carries; absent: nobody does. */
export function tieToCarrier(actor: Pick<Actor, 'id'>, owner: string | undefined): Relation {
  return owner === undefined ? 'others' : relationToOwner(actor, owner)
}

/** @throws Refusal `role-needed`, `not-yours` */
export function permitPlan({ owner }: { readonly owner?: string }, actor: Actor): void {
  permit(TRIAL_PERMISSIONS.plan, actor.role, tieToCarrier(actor, owner))
}

/** @throws Refusal `gone` */
export function foundTrial(trial: InitiativeTrial | undefined): InitiativeTrial {
  if (!trial) throw new Refusal('gone')
  return trial
}

/** @throws Refusal `trial-decided` */
export function undecided(trial: InitiativeTrial): InitiativeTrial {
  if (trial.ending) throw new Refusal('trial-decided', { at: trial.ending.at })
  return trial
}
