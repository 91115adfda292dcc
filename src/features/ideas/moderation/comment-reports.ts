import { ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import type { Comment, CommentSeen } from '../comments/domain.ts'
import { RESTORE_COMMENT, type Under } from '../comments/domain.ts'

/** A request that organisers look at a comment. Who made it is never shown. */
export type CommentReport = {
  readonly comment: string
  /** Person's id. */
  readonly person: string
  readonly reason?: string
  /** Milliseconds. */
  readonly at: number
}

/** A reported or hidden comment: since when, in milliseconds. */
export type ReportedComment = { readonly comment: Comment; readonly under: Under; readonly at: number }

/** The same for organisers. `reasons`: the first given, without names. */
export type ReportedCommentSeen = Omit<ReportedComment, 'comment'> & {
  readonly comment: CommentSeen
  readonly reasons: readonly string[]
}

export const COMMENT_MODERATION_PERMISSIONS = {
  reportComment: {
    act: 'ideas.report-comment',
    roles: PARTICIPANTS,
    relation: 'others',
    refusals: { own: 'own-comment-reported' },
  },
  hideComment: { act: 'ideas.hide-comment', roles: ORGANISERS },
  restoreComment: RESTORE_COMMENT,
  keepComment: { act: 'ideas.keep-comment', roles: ORGANISERS },
  reopenComment: { act: 'ideas.reopen-comment', roles: ORGANISERS },
} as const satisfies Record<string, Permission>
