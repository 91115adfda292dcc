import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { NextStepView } from '../next-steps.ts'

/**
 * GET, PUT /workshops/:id/summary → SummaryView, to those in charge; GET /workshops/:id/published-summary, to everybody.
 * POST /workshops/:id/summary/preview → CardPreview, with the sentence as it is being typed.
 */
export const summaryInput = z.object({
  sequel: z.string().max(4_000),
  turn: z.number().int().min(0).max(1_000_000),
})
export const summaryPreviewInput = summaryInput.pick({ sequel: true })

/** POST /workshops/:id/summary/file, POST /series/:id/summary/file → the file itself: what the page shows, and nothing more. */
export const summaryFileInput = z.object({ format: z.enum(['csv', 'xlsx']) })

/** Who was there. `present`: absent where no list was kept. */
export type PresenceView = {
  readonly present?: Shown
  readonly registered: Shown
  /** About how many, of the Directions of which a number may be said; the others have fewer than ten. */
  readonly directions: readonly { readonly name: string; readonly about: Shown }[]
  /** The list can still be corrected, and no Direction is told yet. */
  readonly open?: true
}

/** A vote of the room, or of one table, as its result tells it. */
export type SummaryVoteView = {
  readonly id: string
  readonly question: string
  readonly table?: string
  readonly kind: 'single' | 'approval' | 'dots'
  readonly closesAt: number
  readonly outcome: 'open' | 'counting' | 'few' | 'none' | 'no-quorum' | 'tie' | 'won'
  readonly votes: Shown
  readonly winners: readonly { readonly title: string; readonly votes: Shown }[]
  /** By which day (`YYYY-MM-DD`) what follows is to be said, or that nothing does; absent: steps say it, or the summary. */
  readonly due?: string
  readonly late?: true
  readonly none?: { readonly word?: string }
}

/** `from`: what it follows. */
export type SummaryStepView = Omit<NextStepView, 'name'> & { readonly from: 'summary' | 'ballot' | 'idea' }

/** `axis`: '' where there is none. */
export type AxisCountView = { readonly axis: string; readonly count: Shown }

/** What a workshop, or all days of a series, left. */
type OutcomeView = {
  /** Ideas that it gathered, merged ones as one; and how many of them have an answer, a reason why not, or are retained. */
  readonly count: Shown
  readonly answered: Shown
  readonly axes: readonly AxisCountView[]
  readonly top: readonly { readonly id: string; readonly text: string; readonly supports: Shown }[]
  readonly votes: readonly SummaryVoteView[]
  /** What follows, promised by a Direction or the Lab'. */
  readonly steps: readonly SummaryStepView[]
}

export type SummaryView = OutcomeView & {
  readonly title: string
  readonly startsAt: number
  /** '' for a single workshop. */
  readonly series: string
  readonly people: PresenceView
  /** Ideas as each table said them. */
  readonly tables: readonly { readonly table: string; readonly count: Shown }[]
  /** What comes next, in a sentence; '' for none, and until it is published. */
  readonly sequel: string
  /** 0 until it is published; one more each time it is corrected. */
  readonly turn: number
  /** When it was published, or last corrected (ms). */
  readonly at?: number
  /** Channels in which its card stands. */
  readonly channels: number
}
/** GET /series/:id/summary → SeriesSummaryView; POST → the same, with its card in the channels of the series. */
export type SeriesSummaryView = OutcomeView & {
  readonly id: string
  readonly title: string
  /** Distinct people who were at a summarised day, and presences at all of them; absent where no list was kept. */
  readonly people?: { readonly distinct: Shown; readonly present: Shown }
  readonly registered: Shown
  readonly days: readonly SummaryDayView[]
  /** How steps stand. */
  readonly kept: number
  readonly late: number
  readonly promised: number
  /** Since when its card is in the channels of the series (ms); how many these are; and whether the reader may post it. */
  readonly postedAt?: number
  readonly channels: number
  readonly mayPost?: true
}

/** `summarised`: its summary is published. `missing`: it is over and has none. */
export type SummaryDayView = {
  readonly id: string
  readonly title: string
  readonly startsAt: number
  readonly state: 'summarised' | 'missing' | 'ahead' | 'cancelled'
  readonly present?: Shown
  readonly ideas?: Shown
  readonly sequel?: string
}
