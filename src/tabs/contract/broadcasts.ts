import { z } from 'zod'
import type { Shown } from '../../kernel/personal-data/counts.ts'
import type { CardPreview } from './bot-card.ts'
import { id, nonce } from './primitives.ts'

const directions = z.array(id).max(500)

/** Whom it is for. `channels`: one post in each channel of these Directions. */
const broadcastAudience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('directions'), directions }),
  z.object({
    kind: z.literal('roles'),
    roles: z.array(z.enum(['agent', 'pilot', 'manager', 'organiser'])).max(4),
  }),
  z.object({ kind: z.literal('workshop'), workshop: id }),
  z.object({ kind: z.literal('channels'), directions }),
])
export type BroadcastAudience = z.infer<typeof broadcastAudience>

const thing = z.object({ kind: z.enum(['workshop', 'ballot', 'series']), id })
const draft = z.object({ text: z.string().max(16_000), audience: broadcastAudience, thing: thing.optional() })

/** POST /broadcasts → BroadcastView: a draft. */
export const broadcastInput = draft.extend({ nonce })
export type BroadcastInput = z.input<typeof broadcastInput>

/** PUT /broadcasts/:id → BroadcastView: what is absent is left out. */
export const broadcastChange = draft

/** POST /broadcasts/:id/remove → {}: a draft is thrown away. */

export type BroadcastThing = { readonly kind: 'workshop' | 'ballot' | 'series'; readonly id: string }

/** GET /broadcasts/choices: whom one may write to besides people and Directions, and what can be shown. For organisers. */
export type BroadcastChoices = {
  /** `startsAt`: milliseconds, of a workshop. */
  readonly things: readonly (BroadcastThing & { readonly title: string; readonly startsAt?: number })[]
  readonly workshops: readonly { readonly id: string; readonly title: string; readonly startsAt?: number }[]
  /** There are more than these. */
  readonly more: boolean
}

/**
 * GET /broadcasts/:id/preview → { items }: the card as somebody gets it who has not answered yet, in each language; for
 * channels, in the programme's own.
 */
export type BroadcastPreview = CardPreview

const count = z.int().min(1).max(1_000_000)

/** POST /broadcasts/:id/start → BroadcastView. `version`: the one that was rehearsed. */
export const broadcastStart = z.object({ version: count })

/**
 * POST /broadcasts/:id/plan → BroadcastView: it starts by itself at that day and hour, in the programme's zone.
 * POST /broadcasts/:id/unplan → BroadcastView: it stays a draft.
 */
export const broadcastPlan = z.object({ version: count, date: z.string().max(10), time: z.string().max(5) })

type BroadcastUnplanned = 'cancelled' | 'changed' | 'closed' | 'over' | 'gone' | 'nobody' | 'channels'

/** POST /broadcasts/:id/again → BroadcastView. `again`: how often it is decided with this, from 1 on. */
export const broadcastAgain = z.object({ again: count })

/**
 * Exact but for `later`: about the installation, for organisers and observers only. All the others add up to `recipients`.
 */
export type BroadcastFigures = {
  readonly recipients: Shown
  /** All but those who wait. */
  readonly handled: Shown
  /** Received by Teams: whether anybody reads it is not known. */
  readonly sent: Shown
  readonly waiting: Shown
  readonly unreachable: Shown
  /** Of these, where the reason is known. */
  readonly blocked: Shown
  readonly notInstalled: Shown
  /** Teams may have it: nothing confirms it. */
  readonly unknown: Shown
  /** It was stopped before. */
  readonly stopped: Shown
  /** Too late for them, they had stopped the topic, or Teams does not take it. */
  readonly others: Shown
  /** Of those that wait: whose week is full, who made a pause, or keeps the day free. A multiple of 5, 0 below five. */
  readonly later: Shown
}

/** Sizes of the lists, as they are now; of what people chose, multiples of 5, 0 below five. */
export type BroadcastRehearsal = {
  readonly recipients: Shown
  /** Those the bot can write to, whatever they chose. */
  readonly reached: Shown
  readonly over: Shown
  readonly paused: Shown
  readonly stopped: Shown
  readonly blocked: Shown
  readonly notInstalled: Shown
  /** In the people file, and never came: no recipients. */
  readonly noAccount: Shown
  /** Observers: not recipients. */
  readonly observers: Shown
}

/**
 * GET /broadcasts → Page<BroadcastView>: newest first, 20 a page, without `later`, `endsAt`, `perSecond` and `rehearsal`.
 * GET /broadcasts/:id, POST /broadcasts/:id/rehearsal, …/pause, …/go-on, …/stop → BroadcastView
 */
export type BroadcastView = {
  readonly id: string
  readonly text: string
  readonly audience: BroadcastAudience
  readonly thing?: BroadcastThing
  /** What these are called: the workshop of the audience, and the thing; '' where there is none, or it is gone. */
  readonly titles: { readonly audience: string; readonly thing: string }
  readonly state: 'draft' | 'planned' | 'running' | 'paused' | 'stopped' | 'done'
  readonly version: number
  /** How often it was decided to send again what nothing confirmed. */
  readonly again: number
  readonly figures: BroadcastFigures
  /** Milliseconds. */
  readonly createdAt: number
  readonly startedAt?: number
  /** The hour at which a draft starts by itself, and why it does not. `leavesAt` is later where nothing may leave then. */
  readonly plan?: { readonly at: number; readonly off?: BroadcastUnplanned }
  /** The hour proposed for one that was rehearsed. */
  readonly proposedAt?: number
  /** Of one that runs while nothing may leave, or that is planned: when the first of it will. */
  readonly leavesAt?: number
  readonly endsAt?: number
  /** End of the delivery window. */
  readonly goesUntil?: number
  /** Messages that Teams lets us send in a second. */
  readonly perSecond?: number
  /** For a draft rehearsed in its current version. */
  readonly rehearsal?: BroadcastRehearsal
}
