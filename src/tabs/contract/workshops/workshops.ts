import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { id } from '../primitives.ts'

/** `full` and `closed`: yet to come, though nobody can take a seat. Drafts are shown to nobody here. */
export type WorkshopStage = 'announced' | 'full' | 'closed' | 'underway' | 'over' | 'cancelled' | 'postponed'

/**
 * GET /workshops → Page<WorkshopView>: those to come, the next first, then the past ones I answered, facilitated or
 * came to, the last first; 20 a page. GET /workshops/:id → one of them.
 */
export type WorkshopView = {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly axis: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place?: string
  readonly link?: string
  readonly capacity: number
  readonly seatsLeft: Shown
  readonly stage: WorkshopStage
  /** Nobody can answer any more: it began, or is called off. */
  readonly over: boolean
  readonly mine?: 'yes' | 'no' | 'waiting' | 'offered'
  /** My place on the waiting list, from 1. */
  readonly rank?: number
  /** I wait, and may take a seat that is free. */
  readonly free?: true
  /** Milliseconds: until when the seat that was offered to me is kept; was, when I let it lapse and `mine` is « no ». */
  readonly offeredUntil?: number
  /** Milliseconds: when registration opens, until it does. */
  readonly opensAt?: number
  /** I asked to be told when it does. */
  readonly reminded?: true
  /** The table I sit at, once it is shown. */
  readonly table?: number
  /** I facilitate it: at a table of my own, or going from one to another. */
  readonly facilitates?: { readonly table?: number }
  /** I was checked in. */
  readonly came?: true
  /** Its summary is published: GET /workshops/:id/published-summary. */
  readonly summary?: true
  /** I may type what its tables say. */
  readonly harvests?: true
  /** Id of the series it is a day of. */
  readonly series?: string
  readonly seriesTitle?: string
  /** Absolute address of its calendar file. */
  readonly calendar: string
}

/**
 * GET /directions/:id/workshops → Page<DirectionWorkshopView>: those to come and under way, the next first; 20 a page.
 */
export type DirectionWorkshopView = WorkshopView & {
  /** Seats that people of the Direction have. */
  readonly seatsOfDirection: Shown
  /** The Direction's quota; absent without quotas, or once they are released. */
  readonly quota?: number
}

/**
 * PUT /workshops/:id/answer → WorkshopView. `orWait`: where no seat is left, a place on the waiting list. `asks`: a seat
 * that could not be had back is not given up but refused, `seat-awaited` or `seat-final`; without it, it is given up.
 */
export const answerInput = z.object({
  answer: z.enum(['yes', 'no']),
  orWait: z.boolean().optional(),
  asks: z.boolean().optional(),
})
export type AnswerInput = z.infer<typeof answerInput>

/** PUT /workshops/:id/opening → WorkshopView: have me told when registration opens, for all days of a series; or no longer. */
export const openingInput = z.object({ on: z.boolean() })

/** PUT /workshops/:id/offer → WorkshopView: takes the seat that is kept for me, or leaves it to the next person. */
export const offerInput = z.object({ take: z.boolean() })

/** GET /workshops/:id/days → Page<WorkshopView>: the other days of its series that have a seat for me. */
export const daysQuery = z.object({ after: z.coerce.number().int().min(0).max(100).default(0) })

/** PUT /workshops/:id/day → WorkshopView of the day taken; mine of this one is given back, or kept if it is refused. */
export const swapInput = z.object({ to: id })

/** GET /me/calendar: a calendar of all that I have a seat in, to subscribe to. Absolute, signed: it is for me alone. */
export type OwnCalendarView = { readonly address: string; readonly turn: number }

/** PUT /me/calendar: another address in its place, `turn` being the number after the one that was read. */
export const calendarInput = z.object({ turn: z.number().int().min(1).max(999_999) })
