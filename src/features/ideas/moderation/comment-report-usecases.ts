import type { Actor } from '../../../kernel/access/actor.ts'
import { permit, relationToOwner } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Comment } from '../comments/domain.ts'
import { type CommentStore, commentsSeenOf, lockedComment } from '../comments/usecases.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { requireFound, visible } from '../idea/domain.ts'
import type { ModerationQueue } from '../idea/hiding.ts'
import {
  COMMENT_MODERATION_PERMISSIONS,
  type CommentReport,
  type ReportedComment,
  type ReportedCommentSeen,
} from './comment-reports.ts'
import { hidingReason, MODERATION_PERMISSIONS, reportReason } from './domain.ts'
import type { Hidings } from './hiding-usecases.ts'

export type CommentModerationStore = {
  /** False, and nothing is added, when the person has reported the comment already. */
  readonly addCommentReport: (report: CommentReport) => Promise<boolean>
  /** Recomputes the comment's counter of open reports. */
  readonly recountCommentReports: (comment: string) => Promise<void>
  /** Closes the open reports and deletes their reasons. `at`: milliseconds. */
  readonly closeCommentReports: (comment: string, at: number) => Promise<void>
  /** Reopens the reports closed last, without their reasons; false when there were none. */
  readonly reopenCommentReports: (comment: string) => Promise<boolean>
  /** Hides it, or shows it again. */
  readonly setCommentHidden: (id: string, hiding?: NonNullable<Comment['hidden']>) => Promise<void>
  /** Comments with open reports, the oldest report first, from just after `after`. */
  readonly reportedComments: (limit: number, after?: Cursor) => Promise<readonly ReportedComment[]>
  /** Hidden comments, the first hidden first, from just after `after`. */
  readonly hiddenComments: (limit: number, after?: Cursor) => Promise<readonly ReportedComment[]>
  /** Reasons given for reporting the comment, the oldest first. */
  readonly commentReasons: (comment: string, most: number) => Promise<readonly string[]>
}

type Parts = Pick<IdeaContextParts, 'read' | 'clock' | 'audit' | 'people'> & {
  readonly store: (tx: Tx) => CommentModerationStore
  readonly commentStore: (tx: Tx) => CommentStore
  readonly hidings: Pick<Hidings, 'hid' | 'restored'>
}

export type CommentModerationUsecases = ReturnType<typeof commentModerationUsecases>

/** Reasons shown of one comment. */
const REASONS = 3

/** @throws Refusal `gone` when its author took it back */
function unwithdrawn(comment: Comment): Comment {
  if (comment.withdrawnAt !== undefined) throw new Refusal('gone')
  return comment
}

/** Moderation of comments: reports, hiding, showing again. */
export function commentModerationUsecases(parts: Parts, context: Pick<IdeaContext, 'withAny'>) {
  const { store, commentStore, hidings, read, clock, audit } = parts
  const seen = commentsSeenOf(parts)
  const withAny = lockedComment(parts, context)

  /** @throws Refusal `gone`, of one that was taken back as well */
  const withComment: typeof withAny = (id, work) =>
    withAny(id, (tx, comment, idea) => work(tx, unwithdrawn(comment), idea))

  const about = ({ id, idea, author }: Comment) => ({ idea, comment: id, author })

  return {
    /**
     * Reports the comment to organisers, once per person; nobody learns who did.
     * @throws Refusal `gone`, `idea-hidden`, `own-comment-reported`, `too-long`
     */
    async reportComment(actor: Actor, id: string, typed: string): Promise<void> {
      await withComment(id, async (tx, { author, hidden }, idea) => {
        visible(idea)
        permit(COMMENT_MODERATION_PERMISSIONS.reportComment, actor.role, relationToOwner(actor, author))
        if (hidden) throw new Refusal('gone')
        const reason = reportReason(typed)
        const report = {
          comment: id,
          person: actor.id,
          at: clock.now(),
          ...(reason !== undefined && { reason }),
        }
        if (await store(tx).addCommentReport(report)) await store(tx).recountCommentReports(id)
      })
    },

    /**
     * Hides the comment from everybody but its author, who is notified of the reason once, after `TELL_AFTER`.
     * Idempotent.
     * @throws Refusal `gone`, `role-needed`, `empty-text`, `too-long`
     */
    async hideComment(actor: Actor, id: string, typed: string): Promise<void> {
      permit(COMMENT_MODERATION_PERMISSIONS.hideComment, actor.role)
      await withComment(id, async (tx, comment, idea) => {
        if (comment.hidden) return
        const at = clock.now()
        await store(tx).setCommentHidden(id, { reason: hidingReason(typed), at })
        await store(tx).closeCommentReports(id, at)
        await commentStore(tx).recountComments(idea.id)
        await hidings.hid(tx, actor, about(comment), at)
        await audit(tx, actor, COMMENT_MODERATION_PERMISSIONS.hideComment.act, id)
      })
    },

    /**
     * Shows the comment again; its author is notified if they were told that it is hidden.
     * @throws Refusal `gone`, `role-needed`
     */
    async restoreComment(actor: Actor, id: string): Promise<void> {
      permit(COMMENT_MODERATION_PERMISSIONS.restoreComment, actor.role)
      await withComment(id, async (tx, comment, idea) => {
        if (!comment.hidden) return
        await store(tx).setCommentHidden(id)
        await commentStore(tx).recountComments(idea.id)
        await hidings.restored(tx, actor, about(comment), comment.hidden.at)
        await audit(tx, actor, COMMENT_MODERATION_PERMISSIONS.restoreComment.act, id)
      })
    },

    /** Dismisses the comment's reports: it is kept as it is. @throws Refusal `gone`, `role-needed` */
    async keepComment(actor: Actor, id: string): Promise<void> {
      permit(COMMENT_MODERATION_PERMISSIONS.keepComment, actor.role)
      await withComment(id, async (tx, { reports }) => {
        if (reports === undefined) return
        await store(tx).closeCommentReports(id, clock.now())
        await audit(tx, actor, COMMENT_MODERATION_PERMISSIONS.keepComment.act, id)
      })
    },

    /**
     * Undoes « Garder »: reopens the reports that it closed. Nothing changes where others are open already or the
     * comment is hidden.
     * @throws Refusal `gone`, `role-needed`
     */
    async reopenComment(actor: Actor, id: string): Promise<void> {
      permit(COMMENT_MODERATION_PERMISSIONS.reopenComment, actor.role)
      await withComment(id, async (tx, { hidden, reports }) => {
        if (hidden || reports !== undefined || !(await store(tx).reopenCommentReports(id))) return
        await store(tx).recountCommentReports(id)
        await audit(tx, actor, COMMENT_MODERATION_PERMISSIONS.reopenComment.act, id)
      })
    },

    /** One's own comment, for the message about its hiding. @throws Refusal `gone` */
    async ownComment(actor: Actor, id: string): Promise<Comment> {
      const comment = unwithdrawn(requireFound(await read(tx => commentStore(tx).findComment(id))))
      if (comment.author !== actor.id) throw new Refusal('gone')
      return comment
    },

    /**
     * The moderation queue of comments, reported or hidden, the oldest first. `after`: what the page before gave as
     * `next`.
     * @throws Refusal `role-needed`, `malformed`
     */
    async watchedComments(actor: Actor, queue: ModerationQueue, limit: number, after?: string) {
      permit(MODERATION_PERMISSIONS.readReports, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const [page, reasons] = await read(async tx => {
        const rows = await store(tx)[`${queue}Comments`](limit + 1, from)
        const found = pageOf(
          rows.map(row => ({ ...row, id: row.comment.id })),
          limit,
        )
        const said: (readonly string[])[] = []
        for (const { id } of found.items) said.push(await store(tx).commentReasons(id, REASONS))
        return [found, said] as const
      })
      const { items, ...rest } = page
      const comments = await seen(actor, items)
      const watched = items.flatMap(({ under, at }, n): ReportedCommentSeen[] => {
        const comment = comments[n]
        return comment ? [{ comment, under, at, reasons: reasons[n] ?? [] }] : []
      })
      return { items: watched, ...rest }
    },
  }
}
