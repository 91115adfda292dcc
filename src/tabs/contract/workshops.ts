import { z } from 'zod'

/** GET /workshops → Page<WorkshopView>: those to come and those I answered, by start, 20 a page. */
export type WorkshopView = {
  readonly id: string
  readonly title: string
  readonly axis: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place?: string
  readonly link?: string
  readonly capacity: number
  readonly seatsLeft: number
  readonly over: boolean
  readonly mine?: 'yes' | 'no'
}

/** PUT /workshops/:id/answer → WorkshopView */
export const answerInput = z.object({ answer: z.enum(['yes', 'no']) })
