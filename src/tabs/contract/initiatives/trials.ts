import { z } from 'zod'
import type { FEWEST_TRYING, Shown, STEP } from '../../../kernel/personal-data/counts.ts'
import type { NextStepView } from '../next-steps.ts'
import { id, nonce } from '../primitives.ts'

/** How often who tries is asked: every 7, 14 or 28 days from the first day, or on the last days alone. */
export const TRIAL_RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'end'] as const
export type TrialRhythm = (typeof TRIAL_RHYTHMS)[number]

export const TRIAL_DECISIONS = ['generalise', 'adjust', 'stop'] as const
export type TrialDecisionKind = (typeof TRIAL_DECISIONS)[number]

/** `planned`: before its first day; `due`: its last day has come and nobody decided yet. */
export type TrialState = 'planned' | 'running' | 'due' | 'decided'

/** A number as somebody typed it on a day, YYYY-MM-DD. `start`: taken before the first day. */
export type TrialReading = { readonly day: string; readonly value: number; readonly start?: true }

/**
 * What a closed round of answers says of a question: `said` from 1.5 (and less) to 4.5 (and more) by halves, of at least `answers`
 * people (a multiple of five). A round with too few answers is not there. `start`: asked before the first day.
 */
export type TrialRound = {
  readonly day: string
  readonly said: number
  readonly answers: Shown
  readonly start?: true
}

/** Below so many answers, or while fewer people try it, nothing is shown of what they say. */
export type TrialShownFrom = { readonly count: typeof STEP; readonly trying: typeof FEWEST_TRYING }

export type TrialMeasureView = {
  readonly id: string
  /** Of a number: what it counts; of a question: its words. */
  readonly text: string
  readonly better: 'up' | 'down'
} & (
  | { readonly kind: 'number'; readonly unit: string; readonly readings: readonly TrialReading[] }
  | { readonly kind: 'question'; readonly rounds: readonly TrialRound[] }
)

/** What I am asked at present, until the end of `until`. `answered`: I did; what I said is not kept with my name. */
export type TrialAsked = { readonly round: string; readonly until: string; readonly answered: boolean }

export type TrialDecisionView = {
  readonly kind: TrialDecisionKind
  /** YYYY-MM-DD. */
  readonly on: string
  readonly why: string
  readonly learnt: string
  /** Of a generalisation: ids of the Directions to which it goes, in the programme's order. */
  readonly directions: readonly string[]
}

/** A signed line of somebody who tries it: a comment of its idea, written from the trial. */
export type TrialNote = {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly at: number
}

/**
 * PUT /trials/:id/decision answers the trial. `unheard`: ids of its Directions, and of those to which it goes, that got no card,
 * since no channel of theirs takes one; `sameDay`: since a decision of its initiative was published
 * that day already.
 */
export type DecidedTrialView = TrialView & {
  readonly unheard: readonly string[]
  readonly sameDay: readonly string[]
}

/**
 * GET /me/trials → { items }, 20 at most: what trials wait for from me, one thing of each. `until`: the last day of the look-in,
 * YYYY-MM-DD; `measure`: the number that is due.
 */
export type WaitingTrialView = { readonly initiative: string; readonly title: string } & (
  | { readonly awaits: 'decision' }
  | { readonly awaits: 'answer'; readonly until: string }
  | { readonly awaits: 'number'; readonly measure: string }
)

/** A trial of an initiative. Days are YYYY-MM-DD. */
export type TrialView = {
  readonly id: string
  readonly initiative: string
  /** From 1: several in a row, one at a time. */
  readonly number: number
  readonly state: TrialState
  /** « Si nous … » and « alors … », without these words. */
  readonly hypothesis: { readonly ifWe: string; readonly expected: string }
  /** What changes from the trial before; '' for a first one. */
  readonly change: string
  /** Ids of Directions in the programme's order, and a place in words, '' for none. */
  readonly directions: readonly string[]
  readonly site: string
  readonly from: string
  readonly until: string
  readonly rhythm: TrialRhythm
  readonly measures: readonly TrialMeasureView[]
  readonly testers: Shown
  /** At most 50, in the order in which they came. */
  readonly names: readonly string[]
  readonly trying: boolean
  /** I carry its initiative: I may change it, and decide. */
  readonly mine: boolean
  /** I may type its numbers. */
  readonly mayType: boolean
  readonly mayDecide: boolean
  readonly asked?: TrialAsked
  /** The latest 20, the latest first. */
  readonly notes: readonly TrialNote[]
  readonly decision?: TrialDecisionView
  readonly next?: readonly NextStepView[]
}

/** GET /initiatives/:id/trials: the one at present, and those before it, the latest first, at most 20. */
export type InitiativeTrials = {
  readonly current?: TrialView
  readonly past: readonly TrialView[]
  /** I may plan one. */
  readonly mayPlan: boolean
  /** A plan to begin from: of the trial of the initiative that inspired this one. */
  readonly carried?: CarriedTrial
}

/** « chez vous, qu'est-ce qui changerait ? »: the plan of a decided trial elsewhere. */
export type CarriedTrial = {
  readonly from: { readonly initiative: string; readonly title: string }
  readonly plan: Pick<TrialPlan, 'ifWe' | 'expected' | 'rhythm' | 'measures'>
}

const text = z.string().max(2_000)
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

export const measureInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('number'),
    /** Of one that is there already: it keeps its readings. */
    id: id.optional(),
    text,
    unit: text,
    better: z.enum(['up', 'down']),
    /** As typed, '' for none yet. */
    start: text.default(''),
  }),
  z.object({ kind: z.literal('question'), id: id.optional(), text, better: z.enum(['up', 'down']) }),
])

/** PUT /trials/:id → TrialView: the plan changed. */
export const planInput = z.object({
  ifWe: text,
  expected: text,
  change: text.default(''),
  directions: z.array(z.string().max(80)).max(200),
  site: text.default(''),
  from: day,
  until: day,
  rhythm: z.enum(TRIAL_RHYTHMS),
  measures: z.array(measureInput).max(6),
})
export type TrialPlan = z.infer<typeof planInput>

/** POST /initiatives/:id/trials → TrialView */
export const newTrialInput = planInput.extend({ nonce })
/** PUT /trials/:id/tester → TrialView: « J'essaie », or no longer. */
export const testerInput = z.object({ trying: z.boolean() })
/** PUT /trials/:id/readings → TrialView: a number of today, as typed. `sure`: it is far from the last, and right. */
export const readingInput = z.object({ measure: id, typed: text, sure: z.boolean().default(false) })
/** PUT /trials/:id/answers → TrialView: my look-in, 1 to 5 for each question that I answer; once. */
export const answersInput = z.object({
  round: id,
  answers: z
    .array(z.object({ measure: id, step: z.number().int().min(1).max(5) }))
    .min(1)
    .max(3),
})
/** POST /trials/:id/notes → TrialView: a signed line. */
export const noteInput = z.object({ nonce, text })
/** PUT /trials/:id/decision → TrialView; `adjust` is followed by a new plan. */
export const decisionInput = z.object({
  kind: z.enum(TRIAL_DECISIONS),
  why: text,
  learnt: text,
  directions: z.array(z.string().max(80)).max(200).default([]),
})
