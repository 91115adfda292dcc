import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { NextStepView } from '../next-steps.ts'
import { id, nonce, type Page, pageQuery } from '../primitives.ts'

/** How far an initiative has come. */
const INITIATIVE_PHASES = ['explore', 'create', 'test', 'done'] as const
export type InitiativePhase = (typeof INITIATIVE_PHASES)[number]

/** What became of its latest trial; none, and one that is to be adjusted, is not there. */
export const TRIAL_STAGES = ['planned', 'running', 'generalised', 'stopped'] as const
export type InitiativeTrialStage = (typeof TRIAL_STAGES)[number]

/**
 * GET /initiatives → Page<InitiativeView>, 24 a page. `?sort=new|supported|across&axis=&direction=&q=`, `?mine=1` for
 * those that I carry or joined, `?place=` for those of a Direction's idea or with somebody of it, `?trial=` by what became of
 * its trial.
 */
export type InitiativeView = {
  readonly id: string
  /** The idea it came from: its supports, comments and thread are the initiative's. */
  readonly idea: string
  readonly title: string
  readonly axis?: string
  readonly direction?: string
  readonly problem: string
  readonly phase: InitiativePhase
  readonly trial?: InitiativeTrialStage
  /** Of one that was stopped, in the gallery: why, in its first words. */
  readonly why?: string
  /** Of one on trial, in the gallery: how many people try it. */
  readonly testers?: Shown
  /** Name of who carries it; absent while it looks for somebody. */
  readonly owner?: string
  readonly supports: Shown
  readonly directions: Shown
  readonly members: Shown
  readonly supported: boolean
  /** I wrote its idea, or one joined with that: my support stays. */
  readonly supportStays?: true
  readonly joined: boolean
  /** I carry it. */
  readonly mine: boolean
  /** Milliseconds. */
  readonly at: number
}

/** A page on the web, https only. */
export type ResourceView = { readonly title: string; readonly url: string }

/** GET /initiatives/:id. PUT /initiatives/:id answers the same. */
export type InitiativeSheet = InitiativeView & {
  /** The idea in its author's words; `author` is '' when it is not shown. `unnamed`: it is mine, without my name. */
  readonly words: { readonly text: string; readonly author: string; readonly unnamed?: true }
  readonly story: string
  /** What others could take up. */
  readonly inspiring: string
  readonly outcome: string
  readonly resources: readonly ResourceView[]
  /** Names of members, at most 50, the owner first; who joins is told so before. */
  readonly names: readonly string[]
  readonly comments: Shown
  /** People who took a commitment from it and show it to everyone. */
  readonly committed: Shown
  /** Others one may like: at most 3. */
  readonly others: readonly Pick<InitiativeView, 'id' | 'title' | 'axis'>[]
  /** Absent when it was born of none and nothing was taken up from it. */
  readonly lineage?: LineageView
  /** The hypothesis of its latest trial that began: « Si nous … », « alors … », without these words. */
  readonly tried?: { readonly ifWe: string; readonly expected: string }
  readonly mayEdit: boolean
  readonly mayCarry: boolean
  /** What follows, as all may read it. */
  readonly next?: readonly NextStepView[]
  /** Those to whom I may hand it over; absent when there are none, or I may not. */
  readonly heirs?: readonly { readonly id: string; readonly name: string }[]
}

type Ancestor = { readonly id: string; readonly title: string }

/** Where it came from, and how much was taken up from it. `more`: more initiatives than `taken`. */
export type LineageView = {
  readonly from?: Ancestor
  readonly taken: Shown
  readonly more?: true
  /** Ideas that are no initiatives yet. */
  readonly ideas: Shown
}

/** An initiative that was taken up from another one, or an idea that is none yet: then without a phase. `title`: its text. */
export type DescendantView = {
  readonly id: string
  readonly title: string
  /** Absent where it would say who wrote an idea without a name. */
  readonly direction?: string
  readonly phase?: InitiativePhase
  readonly trial?: InitiativeTrialStage
}

/** GET /initiatives/:id/descent: 24 a page, the latest first. `from`: the initiative that it was born of. */
export type DescentView = Page<DescendantView> & { readonly from?: Ancestor }
/** `?of=initiatives|ideas`: those that carry it on, or the ideas that are no initiatives yet. */
export const descentQuery = pageQuery.extend({ of: z.enum(['initiatives', 'ideas']).default('initiatives') })

/**
 * GET /initiatives/:id/directions: those where it lives, in the programme's order. `taken`: the first initiative there that was
 * taken up from it; `more`: there are others. `others`: how many Directions are not in the list.
 */
export type InitiativeDirections = {
  readonly rows: readonly {
    readonly direction: string
    readonly tries?: true
    readonly generalised?: true
    readonly taken?: Pick<DescendantView, 'id' | 'title' | 'phase' | 'trial'>
    readonly more?: true
  }[]
  readonly others: number
}

export const initiativeQuery = z.object({
  after: z.string().max(200).optional(),
  sort: z.enum(['new', 'supported', 'across']).default('new'),
  axis: z.string().max(80).optional(),
  direction: z.string().max(80).optional(),
  place: z.string().max(80).optional(),
  trial: z.enum(TRIAL_STAGES).optional(),
  q: z.string().max(200).optional(),
  mine: z.enum(['0', '1']).default('0'),
})
/** POST /initiatives → InitiativeSheet: I carry a retained idea. */
export const carryInput = z.object({ nonce, idea: id })
/** PUT /initiatives/:id/membership → InitiativeSheet */
export const membershipInput = z.object({ joined: z.boolean() })
/** PUT /initiatives/:id/owner → InitiativeSheet: who carries it, or an organiser, hands it over to one of its `heirs`. */
export const ownerInput = z.object({ to: id })
const prose = z.string().max(20_000)
/** PUT /initiatives/:id → InitiativeSheet: who carries it writes the sheet. Lengths are refused by name. */
export const sheetInput = z.object({
  title: prose,
  problem: prose,
  story: prose,
  inspiring: prose,
  outcome: prose,
  phase: z.enum(INITIATIVE_PHASES),
  resources: z.array(z.object({ title: prose, url: prose })).max(20),
})
/** POST /initiatives/:id/inspire → { idea }: the idea proposed to my own Direction, which keeps the link. */
export const inspireInput = z.object({ nonce, text: prose, unnamed: z.boolean().optional() })
