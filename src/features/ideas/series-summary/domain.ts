import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { SeriesSeen } from '../../workshops/index.ts'
import type { Idea } from '../idea/domain.ts'
import type { IdeaTally, StepTally, WorkshopStep } from '../summary/counts.ts'
import type { Summary } from '../summary/domain.ts'
import type { WorkshopVote } from '../summary/vote.ts'

/** Of the most supported ideas of all days. */
export const QUOTED_OF_SERIES = 5

export const SERIES_SUMMARY_PERMISSIONS = {
  post: { act: 'ideas.post-series-summary', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** `missing`: it is over, and its summary is still to be published. */
type DayState = 'summarised' | 'missing' | 'ahead' | 'cancelled'

/** A day; its counts and its sentence once its summary is published. */
export type SummaryDay = {
  readonly id: string
  readonly title: string
  readonly startsAt: number
  readonly endsAt: number
  readonly state: DayState
  /** Absent where no list was kept. */
  readonly present?: number
  readonly ideas?: number
  readonly next?: string
}

/** What the summarised days of a series add up to; the others are named, and nothing of them is counted. */
export type SeriesSummary = {
  readonly id: string
  readonly title: string
  readonly days: readonly SummaryDay[]
  /** Distinct people, and presences; absent where no list was kept on any day. */
  readonly people?: { readonly distinct: number; readonly present: number }
  readonly registered: number
  readonly tally: IdeaTally
  readonly top: readonly Idea[]
  readonly votes: readonly WorkshopVote[]
  readonly steps: readonly WorkshopStep[]
  readonly stepTally: StepTally
  /** Since when its card stands in its channels (ms). */
  readonly postedAt?: number
}

function stateOf(day: SeriesSeen['days'][number], summarised: boolean): DayState {
  if (day.stage === 'cancelled' || day.stage === 'postponed') return 'cancelled'
  if (day.stage !== 'over') return 'ahead'
  return summarised ? 'summarised' : 'missing'
}

/** Days as everybody may see them, by start. */
export function daysOf({ days }: SeriesSeen, summaries: readonly Summary[]): readonly SummaryDay[] {
  const by = new Map(summaries.map(summary => [summary.workshop, summary]))
  return days
    .filter(({ stage }) => stage !== 'draft')
    .map(day => {
      const { id, title, startsAt, endsAt } = day
      const summary = by.get(id)
      const state = stateOf(day, summary !== undefined)
      return {
        id,
        title,
        startsAt,
        endsAt,
        state,
        ...(state === 'summarised' && { next: summary?.next ?? '' }),
      }
    })
}

export const summarisedDays = (days: readonly SummaryDay[]): readonly SummaryDay[] =>
  days.filter(({ state }) => state === 'summarised')

/** @throws Refusal `series-unsummarised` */
export function checkSummarised(days: readonly SummaryDay[]): void {
  if (summarisedDays(days).length === 0) throw new Refusal('series-unsummarised')
}

/** Schedules its cards in channels, or an edit of them. */
export function seriesSummarisedFact(series: string): Fact {
  return { kind: 'ideas.series-summarised', payload: { series }, mergeKey: `ideas.series-summary:${series}` }
}
