import { z } from 'zod'
import type { Shown } from '../../kernel/counts.ts'

/** GET /workshops → Page<WorkshopView>: those to come, the next first, then the past ones I answered, the last first; 20 a page. */
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
  readonly over: boolean
  readonly mine?: 'yes' | 'no' | 'waiting' | 'offered'
  /** Absolute address of its calendar file. */
  readonly calendar: string
}

/**
 * GET /directions/:id/workshops → Page<DirectionWorkshopView>: those to come and under way, the next first; 20 a page.
 */
export type DirectionWorkshopView = WorkshopView & {
  /** Seats that people of the Direction have. */
  readonly seatsOfDirection: Shown
}

/** PUT /workshops/:id/answer → WorkshopView */
export const answerInput = z.object({ answer: z.enum(['yes', 'no']) })
