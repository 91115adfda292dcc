import { z } from 'zod'
import { day, id, nonce, pageQuery } from './primitives.ts'

const SUBJECTS = ['idea', 'ballot', 'summary', 'trial'] as const

/** What all may read of what follows of a thing. */
export type NextStepView = {
  readonly id: string
  readonly text: string
  /** The last day, and the one that was first promised: `YYYY-MM-DD`. */
  readonly due: string
  readonly firstDue: string
  readonly state: 'promised' | 'late' | 'kept' | 'dropped'
  /** Name of the Direction that promises; absent: the Lab', or the group of an initiative. */
  readonly by?: string
  readonly forInitiative?: true
  /** Of who sees to it, if they chose to be named. */
  readonly name?: string
  /** Why it was dropped. */
  readonly word?: string
}

/**
 * GET /steps → Page<OwnStepView>: what I promised, am asked, or wrote and nobody promised yet, soonest first, 20 a page.
 * GET /steps/late?direction=D → Page<OwnStepView>: late ones of a Direction, without one of the Lab', for those in charge.
 * GET /steps/on?kind=K&id=I → StepsOnView. GET /steps/:id → OwnStepView, as what every act on one answers.
 */
export type OwnStepView = {
  readonly id: string
  readonly subject: { readonly kind: (typeof SUBJECTS)[number]; readonly id: string; readonly title: string }
  /** `early`, `gone`: it is shown nowhere, and nobody is reminded of it. */
  readonly standing: 'open' | 'early' | 'merged' | 'gone'
  readonly text: string
  readonly due: string
  readonly firstDue: string
  /** Id of the Direction that promises; absent: the Lab'. `forInitiative`: the group of an initiative does. */
  readonly direction?: string
  readonly forInitiative?: true
  readonly state: 'proposed' | 'promised' | 'kept' | 'dropped'
  readonly late: boolean
  readonly word?: string
  /** I see to it; I wrote it; I am asked to see to it. */
  readonly mine: boolean
  readonly written: boolean
  readonly askedOfMe: boolean
  readonly named: boolean
  /** Names that I may read; '' otherwise. */
  readonly holderName: string
  readonly askedName: string
  readonly askerName: string
  readonly mayTend: boolean
  readonly mayAsk: boolean
  readonly mayGiveBack: boolean
  /** Until when « C’est fait » is taken back (ms). */
  readonly undoUntil?: number
}

/** `forInitiative`: what I write is promised for the group of the initiative that I carry, by me. */
export type StepsOnView = {
  readonly items: readonly OwnStepView[]
  readonly mayWrite: boolean
  readonly forInitiative?: true
}
export const stepsOnQuery = z.object({ kind: z.enum(SUBJECTS), id })
export const lateStepsQuery = pageQuery.extend({ direction: id.optional() })

/** POST /steps → OwnStepView. `mine`: I see to it; otherwise nobody knows of it before somebody accepts. */
export const stepInput = z.object({
  nonce,
  kind: z.enum(SUBJECTS),
  id,
  text: z.string().max(4_000),
  due: day,
  mine: z.boolean(),
  named: z.boolean().default(false),
})
export type StepInput = z.input<typeof stepInput>

/** GET /steps/:id/colleagues?name= → Page<StepColleagueView>: who can be asked, ten names at most, from two letters on. */
export const stepColleagueQuery = z.object({ name: z.string().max(100).default('') })
export type StepColleagueView = { readonly id: string; readonly name: string }

/** PUT /steps/:id/asked → StepAskedView: who is asked, or nobody any more. */
export const stepAskedInput = z.object({ person: id.nullable() })
/** `unreachable`: the bot cannot write to who is asked yet. */
export type StepAskedView = OwnStepView & { readonly unreachable?: true }
/** POST /steps/:id/answer → {}: who is asked accepts it, or not. */
export const stepAnswerInput = z.object({ accept: z.boolean(), named: z.boolean().default(false) })
/** POST /steps/:id/take, PUT /steps/:id/name: whether my name is shown. */
export const stepNameInput = z.object({ named: z.boolean() })
/** PUT /steps/:id/state. */
export const stepStateInput = z.object({ state: z.enum(['kept', 'promised']) })
/** PUT /steps/:id/due. */
export const stepDueInput = z.object({ due: day })
/** POST /steps/:id/drop. POST /steps/:id/back takes nothing. */
export const stepDropInput = z.object({ word: z.string().max(4_000).default('') })
