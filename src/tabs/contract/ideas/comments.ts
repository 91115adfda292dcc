import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { CommentView } from './ideas.ts'

/**
 * GET /comments/reported and /comments/hidden → Page<WatchedCommentView>, the oldest first, 20 a page; for organisers.
 * POST /comments/:id/report with `reportInput`, /hide with `hidingInput`, /restore, /keep and
 * /reopen, which undoes the last, without a body → { id }.
 */
export type WatchedCommentView = CommentView & {
  /** The idea that it is about. */
  readonly idea: { readonly id: string; readonly text: string }
  /** Milliseconds: the first report, or when it was hidden. */
  readonly since: number
  readonly reports: Shown
  /** The first three that were given, without a name. */
  readonly reasons: readonly string[]
}
