import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'

const STEPS = [
  ...(['agreement', 'channel', 'prepared', 'announced', 'reminded'] as const),
  ...(['tables', 'welcome', 'harvest', 'vote', 'summary'] as const),
] as const
export type StepName = (typeof STEPS)[number]

/** PUT /workshops/:id/checklist → ChecklistView: done outside the application, or no more. */
export const markInput = z.object({ step: z.enum(STEPS), outside: z.boolean() })
export type MarkInput = z.infer<typeof markInput>

/** `outside`, of a state: somebody said so; beside it: it can be said by hand. */
export type StepView = {
  readonly step: StepName
  readonly state: 'done' | 'outside' | 'open'
  readonly outside?: true
}

/** What comes next on a face of the page. */
export type NextActName =
  | 'announce'
  | 'check'
  | 'draw'
  | 'lead'
  | 'show'
  | 'screen'
  | 'harvest'
  | 'publish'
  | 'answer'

/** GET /workshops/:id/checklist → ChecklistView, to organisers. */
export type ChecklistView = {
  readonly id: string
  /** The server's own clock (ms). */
  readonly at: number
  /** All ten, in their order. */
  readonly steps: readonly StepView[]
  readonly next: { readonly [face in 'prepare' | 'run' | 'close']?: NextActName }
  /** Ideas that were said there, and of these how many wait for an answer. */
  readonly ideas: Shown
  readonly unanswered: Shown
  /** Votes of its people, the first to close first: 20 at most. */
  readonly votes: readonly { readonly id: string; readonly question: string; readonly open: boolean }[]
  /** When its summary was published (ms). */
  readonly summaryAt?: number
}

/**
 * GET /checklist/week → Page<WeekWorkshopView>, to organisers: workshops of the next seven days, those running, and those over until
 * their summary is out, for sixty days; by start, 20 a page.
 */
export type WeekWorkshopView = {
  readonly id: string
  readonly title: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place?: string
  readonly capacity: number
  readonly seats: Shown
  /** The server's own clock (ms). */
  readonly at: number
  /** `led`: the tables are drawn and shown, and somebody to lead one of them is missing. */
  readonly missing: readonly ('announced' | 'tables' | 'led' | 'summary')[]
}
