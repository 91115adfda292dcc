import type { Actor } from '../../../kernel/access/actor.ts'
import { permit, relationToOwner } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, readable, requireFound, untaken } from '../idea/domain.ts'
import {
  COMMENT_PERMISSIONS,
  type Comment,
  type CommentSeen,
  commentText,
  type HiddenFor,
  hiddenFor,
  type Under,
} from './domain.ts'

export type CommentStore = {
  readonly addComment: (comment: Comment) => Promise<void>
  readonly findComment: (id: string) => Promise<Comment | undefined>
  /** Marks it as withdrawn since `at` (ms), or shows it again. */
  readonly setCommentWithdrawn: (id: string, at?: number) => Promise<void>
  /**
   * Oldest first, from just after `after`; of hidden ones, those of one person, or all. Withdrawn ones are left out.
   */
  readonly comments: (
    idea: string,
    hidden: HiddenFor,
    limit: number,
    after?: Cursor,
  ) => Promise<readonly Comment[]>
  /** Those written from a trial, the latest first, but for what was withdrawn or hidden. */
  readonly fromTrial: (trial: string, limit: number) => Promise<readonly Comment[]>
  /** Who commented the idea or one that counts for it, but for what was withdrawn or hidden, by id from just after `after`. */
  readonly commenters: (idea: string, limit: number, after: string) => Promise<readonly string[]>
  readonly hasCommented: (person: string, idea: string) => Promise<boolean>
  /** Recomputes the idea's comment count, without hidden and withdrawn ones. */
  readonly recountComments: (idea: string) => Promise<void>
  /** Which of `comments` the person reported. */
  readonly commentsReportedBy: (person: string, comments: readonly string[]) => Promise<ReadonlySet<string>>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read' | 'once' | 'clock' | 'ids' | 'people'> & {
  readonly commentStore: (tx: Tx) => CommentStore
}

type Said = { readonly comment: Comment; readonly under: Under }

/** The view of comments for one person, with their authors and whether the person reported each. */
export function commentsSeenOf({
  commentStore,
  read,
  people,
}: Pick<Parts, 'commentStore' | 'read' | 'people'>) {
  // Unnamed authors are not named for comments on their own idea.
  const isUnnamed = ({ comment, under }: Said) => under.unnamed === true && comment.author === under.author

  return async (actor: Actor, said: readonly Said[]): Promise<readonly CommentSeen[]> => {
    const authors = said.filter(one => !isUnnamed(one)).map(({ comment }) => comment.author)
    const names = await people.names([...new Set(authors)])
    const reported = await read(tx =>
      commentStore(tx).commentsReportedBy(
        actor.id,
        said.map(({ comment }) => comment.id),
      ),
    )
    return said.map(one => ({
      ...one.comment,
      authorName: isUnnamed(one) ? '' : (names.get(one.comment.author) ?? ''),
      mine: one.comment.author === actor.id,
      ...(isUnnamed(one) && { ofAuthor: true as const }),
      ...(reported.has(one.comment.id) && { reported: true as const }),
    }))
  }
}

/** Runs `work` on a comment, withdrawn or not, with its idea locked. @throws Refusal `gone` */
export function lockedComment(
  { commentStore, read }: Pick<Parts, 'commentStore' | 'read'>,
  context: Pick<IdeaContext, 'withAny'>,
) {
  return async (id: string, work: (tx: Tx, comment: Comment, idea: Idea) => Promise<void>): Promise<void> => {
    const { idea } = requireFound(await read(tx => commentStore(tx).findComment(id)))
    await context.withAny(idea, async (tx, found) =>
      work(tx, requireFound(await commentStore(tx).findComment(id)), untaken(found)),
    )
  }
}

export type CommentUsecases = ReturnType<typeof commentUsecases>

/** Comments of colleagues on an idea. */
export function commentUsecases(
  parts: Parts,
  context: Pick<IdeaContext, 'withAny' | 'withLocked' | 'happened'>,
) {
  const { ideaStore, commentStore, read, once, clock, ids, people } = parts
  const seen = commentsSeenOf(parts)
  const withComment = lockedComment(parts, context)

  async function keep(tx: Tx, actor: Actor, idea: Idea, comment: Comment): Promise<void> {
    await commentStore(tx).addComment(comment)
    await commentStore(tx).recountComments(comment.idea)
    await context.happened(tx, 'commented', idea, actor)
    await people.tookPart(tx, actor.id)
  }

  /** Withdraws it, or shows it again. Idempotent. */
  async function setWithdrawn(actor: Actor, id: string, at?: number): Promise<void> {
    const row =
      at === undefined ? COMMENT_PERMISSIONS.undoWithdrawComment : COMMENT_PERMISSIONS.withdrawComment
    await withComment(id, async (tx, { author, idea, withdrawnAt }) => {
      permit(row, actor.role, relationToOwner(actor, author))
      if ((withdrawnAt === undefined) === (at === undefined)) return
      await commentStore(tx).setCommentWithdrawn(id, at)
      await commentStore(tx).recountComments(idea)
    })
  }

  return {
    /**
     * Adds a comment to the idea, once for all `keys`. `trial`: the one from which it is written.
     * @throws Refusal `gone`, `empty-text`, `too-long`, `comment-withdrawn` (the same was sent, and taken back)
     */
    async comment(
      actor: Actor,
      idea: string,
      typed: string,
      keys: readonly IdempotencyKey[],
      trial?: string,
    ): Promise<CommentSeen> {
      permit(COMMENT_PERMISSIONS.comment, actor.role)
      const wanted = {
        id: ids.next(),
        idea,
        author: actor.id,
        text: commentText(typed),
        ...(trial !== undefined && { trial }),
        at: clock.now(),
      }
      let kept = wanted.id
      const about = await context.withLocked(idea, async (tx, found) => {
        kept = await once(tx, keys, wanted.id)
        if (kept === wanted.id) await keep(tx, actor, found, wanted)
      })
      const comment = requireFound(await read(tx => commentStore(tx).findComment(kept)))
      if (comment.withdrawnAt !== undefined) throw new Refusal('comment-withdrawn')
      return requireFound((await seen(actor, [{ comment, under: about }]))[0])
    },

    /** The latest comments on `idea` that were written from its trial, the latest first. @throws Refusal `gone`, `idea-hidden` */
    async commentsFrom(actor: Actor, idea: string, trial: string, limit: number) {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const [under, rows] = await read(async tx => [
        readable(await ideaStore(tx).find(idea), actor),
        await commentStore(tx).fromTrial(trial, limit),
      ])
      return seen(
        actor,
        rows.map(comment => ({ comment, under })),
      )
    },

    /** Whether the person commented the idea, and that stands. */
    hasCommented: (person: string, idea: string): Promise<boolean> =>
      read(tx => commentStore(tx).hasCommented(person, idea)),

    /**
     * Takes one's own comment back, at any time: nobody reads it any more, it is not counted, and its reports leave the
     * queue. Idempotent.
     * @throws Refusal `gone`, `not-yours`
     */
    withdrawComment: (actor: Actor, id: string): Promise<void> => setWithdrawn(actor, id, clock.now()),

    /** Shows it again, with its open reports. @throws Refusal `gone`, `not-yours` */
    undoWithdrawComment: (actor: Actor, id: string): Promise<void> => setWithdrawn(actor, id),

    /**
     * The idea's comments, the oldest first. `after`: what the page before gave as `next`.
     * @throws Refusal `gone`, `malformed`
     */
    async comments(actor: Actor, id: string, limit: number, after?: string) {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const [idea, rows] = await read(
        async (tx): Promise<[Idea, readonly Comment[]]> => [
          readable(await ideaStore(tx).find(id), actor),
          await commentStore(tx).comments(id, hiddenFor(actor), limit + 1, from),
        ],
      )
      const { items, ...rest } = pageOf(rows, limit)
      const said = items.map(comment => ({ comment, under: idea }))
      return { idea, items: await seen(actor, said), ...rest }
    },
  }
}
