import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { id, type Page } from '../primitives.ts'
import type { TrialDecisionView, TrialState } from './trials.ts'

/** A trial that everybody may read, in a list. Days are YYYY-MM-DD. */
export type TrialRecordView = {
  readonly id: string
  readonly initiative: string
  readonly title: string
  /** '' for none. */
  readonly axis: string
  readonly number: number
  readonly state: TrialState
  /** « Si nous … » and « alors … », without these words. */
  readonly hypothesis: { readonly ifWe: string; readonly expected: string }
  /** Ids of Directions, and a place in words, '' for none. */
  readonly directions: readonly string[]
  readonly site: string
  readonly from: string
  readonly until: string
  readonly testers: Shown
  readonly decision?: TrialDecisionView
}

/**
 * GET /trial-records → Page<TrialRecordView>: those that were decided, the latest first, 20 a page. `?direction=`: those of one
 * Direction, planned and running ones first, 20 at most.
 */
export const trialRecordQuery = z.object({
  direction: z.string().min(1).max(80).optional(),
  after: z.string().max(120).optional(),
})

/** A decided trial and what was re-read of it, for whoever is outside the administration. */
export type TrialLessonView = {
  readonly trial: TrialRecordView
  /** What was re-read, '' where it is not to leave; absent while nobody re-read it. */
  readonly text?: string
  /** Sent back with the next version; 0 before the first. */
  readonly turn: number
  /** The method file has it. */
  readonly joined: boolean
  /** What stands in the field before anybody re-read it, in the programme's language. */
  readonly draft: string
}

/** GET /trial-records/lessons: a page of them, the latest first, for organisers. */
export type TrialLessonsView = Page<TrialLessonView>

/** PUT /trial-records/:id/lesson → TrialLessonView: « Relire et joindre à la méthode ». An empty text takes it out. */
export const trialLessonInput = z.strictObject({
  text: z.string().max(4_000),
  turn: z.int().min(0).max(1_000_000),
})
export const trialLessonParams = z.object({ id })
