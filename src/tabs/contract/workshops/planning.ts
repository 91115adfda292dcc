import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { CardPreview } from '../bot-card.ts'
import { id, nonce } from '../primitives.ts'
import type { WorkshopStage } from './workshops.ts'

const text = z.string().max(4_000)

/** What an organiser typed of a workshop; day and times as the programme's own zone says them. */
export const typedWorkshop = z.object({
  title: text,
  description: text,
  axis: text,
  /** `YYYY-MM-DD` */
  date: text,
  /** `HH:MM` */
  start: text,
  end: text,
  place: text,
  link: text,
  seats: text,
})
export type TypedWorkshop = z.infer<typeof typedWorkshop>

/**
 * Channels, and those of Directions. `channel`: of a page from before there could be several, where any Direction took its
 * place.
 */
export const placeInput = z.object({
  channel: z.string().regex(ID_OR_NONE).default(''),
  channels: z.array(id).max(500).default([]),
  directions: z.array(id).max(500),
})
export type PlaceInput = z.input<typeof placeInput>

/** POST /workshops/check → CheckView. A day of a series is announced with it: it has no `where`. */
export const checkInput = z.object({ workshop: typedWorkshop, where: placeInput.optional() })
/** POST /workshops → PlannedView: announced, once for each nonce. */
export const announceInput = z.object({ workshop: typedWorkshop, where: placeInput, nonce })
/** POST /workshops/:id/change/check → ChangeCheckView; PUT /workshops/:id → PlannedView. It keeps its axis and channels. */
export const changeCheckInput = z.object({ workshop: typedWorkshop })
export const changeInput = changeCheckInput.extend({ nonce })
/** POST /workshops/:id/call-off → PlannedView; POST /series/:id/call-off → SeriesView, cancelled as a whole. */
export const callOffInput = z.object({ off: z.enum(['cancelled', 'postponed']), reason: text })
export const cancelInput = z.object({ reason: text })

/** Why a field keeps the whole from being done; `title` is a sentence in the person's language. */
export type FaultView = {
  readonly field: 'title' | 'description' | 'axis' | 'when' | 'place' | 'link' | 'seats' | 'where'
  readonly title: string
}

export type AnnouncedChannelView = { readonly team: string; readonly name: string }

/** Where it appears; ids of chosen Directions without a channel; where it can only once the bot has access again. */
export type TargetsView = {
  readonly channels: readonly AnnouncedChannelView[]
  readonly unbound: readonly string[]
  readonly shut: readonly AnnouncedChannelView[]
}

/** `preview`: its card, where nothing is wrong with the workshop; `targets` where nothing is with where it is announced. */
export type CheckView = {
  readonly faults: readonly FaultView[]
  readonly preview?: CardPreview
  readonly targets?: TargetsView
}

/** People with a seat, when the workshop moves: those whom a message reaches, and the others. */
export type ChangeCheckView = Partial<Record<'told' | 'untold', Shown>> & {
  readonly faults: readonly FaultView[]
  readonly moved?: 'nothing' | 'when' | 'where' | 'both'
}

export type PlannedStage = WorkshopStage | 'draft'

/** A workshop, or a day of a series, as those in charge and observers see it: no name of anybody. */
export type PlannedView = {
  readonly id: string
  readonly title: string
  readonly axis: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place: string
  readonly online: boolean
  readonly stage: PlannedStage
  /** Announced before registration opens, at `opensAt` (ms). */
  readonly early?: true
  readonly opensAt?: number
  readonly capacity: number
  /** Seats that are taken or kept for somebody. */
  readonly seats: Shown
  readonly waiting: Shown
  /** '' for a single workshop. */
  readonly series: string
  /** Why it was cancelled or postponed. */
  readonly reason: string
  /** It is over, and its summary is published. */
  readonly summarised?: true
}

const WHENS = ['coming', 'past', 'drafts'] as const
const STATES = ['open', 'early', 'full', 'closed', 'underway', 'cancelled', 'postponed'] as const
export type PlanningPeriod = (typeof WHENS)[number]
export type PlannedState = (typeof STATES)[number]

/** GET /planning → Page<PlanView>: drafts to organisers alone; 20 a page. */
export const planningQuery = z.object({
  when: z.enum(WHENS).default('coming'),
  state: z.enum(STATES).optional(),
  axis: id.optional(),
  text: z.string().max(100).optional(),
  after: z.string().max(200).optional(),
})

/** A single workshop, with itself as its only day; or a series, with the days that match the list. */
export type PlanView = {
  readonly id: string
  readonly series: boolean
  readonly title: string
  readonly axis: string
  readonly stage: PlannedStage
  readonly early?: true
  readonly opensAt?: number
  readonly days: readonly PlannedView[]
}

/**
 * GET /openings/today → Page<OpeningTodayView>: workshops and series whose registration opens today, the first to open
 * first; 50 at most.
 */
export type OpeningTodayView = {
  readonly id: string
  readonly series: boolean
  readonly title: string
  /** Milliseconds. */
  readonly opensAt: number
  readonly opened: boolean
  /** How many wait to be told, down to a multiple of five; absent below, and for observers. */
  readonly asked?: Shown
}

/** A Direction's quota, where there are quotas; and seats taken by its people. */
export type DirectionSeats = {
  readonly direction: string
  readonly quota?: number
  readonly seats: Shown
}

/** Seats by headcount: one at least where there are enough; `proportional`: whatever that leaves to the smallest. */
export type UsualSeats = {
  readonly direction: string
  readonly headcount: number
  readonly seats: number
  readonly proportional: number
}

/** How seats are given out. */
export type RulesView = {
  readonly reserved: number
  readonly quotas: boolean
  readonly releaseDays: number
  /** `YYYY-MM-DD` and `HH:MM`; '' when it opens with the announcement. */
  readonly openDate: string
  readonly openTime: string
  readonly closeDays: number
  readonly confirmHours: number
}

/** Distinct people concerned if the reader called all of it off; of `seats` and `waiting`, whom a message reaches. */
export type ConcernedView = Readonly<Record<'seats' | 'waiting' | 'told' | 'untold', Shown>>

/** GET /workshops/:id/plan → SheetView */
export type SheetView = PlannedView & {
  /** The server's own clock (ms), by which its page is turned. */
  readonly at: number
  /** As the form holds it. */
  readonly typed: TypedWorkshop
  readonly seriesTitle: string
  readonly rules: RulesView
  /** Milliseconds; `opensAt` stays once it did. */
  readonly closesAt?: number
  readonly releaseAt?: number
  /** Seats that were offered to somebody who waited, and that they have not confirmed yet. */
  readonly offers: Shown
  readonly directions: readonly DirectionSeats[]
  /** Where it was announced: one of a series in the channels of its series. */
  readonly channels: readonly AnnouncedChannelView[]
  readonly changeable: boolean
  readonly mayCallOff: boolean
  readonly concerned?: ConcernedView
  /** Default quotas by headcount, for a single workshop with quotas that is read by itself. */
  readonly usual?: readonly UsualSeats[]
}

/** GET /series/:id → SeriesView: a series with all its days. */
export type SeriesView = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly axis: string
  readonly stage: PlannedStage
  readonly early?: true
  readonly opensAt?: number
  readonly announced: boolean
  readonly days: readonly SheetView[]
  readonly channels: readonly AnnouncedChannelView[]
  /** The day to propose next, as the form holds it. */
  readonly proposed: TypedWorkshop
  /** Seats by headcount, for each number of seats that its days share out. */
  readonly usual: readonly { readonly seats: number; readonly quotas: readonly UsualSeats[] }[]
  readonly concerned?: ConcernedView
}

const days = z.number().int().min(0).max(10_000)
/** PUT /series/:id/rules → SeriesView; PUT /workshops/:id/rules → SheetView, of one that stands alone. */
export const rulesInput = z.object({
  reserved: days,
  quotas: z.boolean(),
  releaseDays: days,
  openDate: text,
  openTime: text,
  closeDays: days,
  confirmHours: days,
})
export type RulesInput = z.infer<typeof rulesInput>
const quotaInput = z.object({ direction: id, seats: z.number().int().min(0).max(100_000) })
export type QuotaInput = z.infer<typeof quotaInput>
/** PUT /workshops/:id/quotas → SheetView, of one that stands alone. */
export const ownQuotasInput = z.object({ quotas: z.array(quotaInput).max(500) })
/** PUT /series/:id/quotas → SeriesView: the same for each of these days. */
export const quotasInput = ownQuotasInput.extend({ days: z.array(id).max(100) })

/** GET /channels → Page<ChoiceView>: channels to announce something in; all of them, 200 at most. */
export type ChannelChoice = AnnouncedChannelView & {
  readonly id: string
  /** Since when nothing can be posted there (ms). */
  readonly shutAt?: number
}
