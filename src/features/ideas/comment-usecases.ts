import type { Actor } from '../../kernel/actor.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/cursor.ts'
import type { OnceKey } from '../../kernel/once.ts'
import { permit } from '../../kernel/permission.ts'
import type { Tx } from '../../kernel/tx.ts'
import {
  type Comment,
  type CommentSeen,
  commentText,
  type Idea,
  PERMISSIONS,
  readable,
  standing,
} from './domain.ts'
import type { Ground, GroundParts, GroundStore } from './ground-usecases.ts'

export type CommentStore = {
  readonly addComment: (comment: Comment) => Promise<void>
  readonly findComment: (id: string) => Promise<Comment | undefined>
  /** Oldest first, from just after `after`. */
  readonly comments: (idea: string, limit: number, after?: Cursor) => Promise<readonly Comment[]>
  /** Counts again the comments that stand beside the idea. */
  readonly recountComments: (idea: string) => Promise<void>
}

type Parts = GroundParts & { readonly store: (tx: Tx) => GroundStore & CommentStore }

export function commentUsecases({ store, read, once, clock, ids, people }: Parts, ground: Ground) {
  async function seen(
    actor: Actor,
    idea: Idea,
    comments: readonly Comment[],
  ): Promise<readonly CommentSeen[]> {
    // Their words under their own idea would name them.
    const hidden = idea.unnamed ? idea.author : undefined
    const authors = new Set(comments.map(({ author }) => author).filter(author => author !== hidden))
    const names = await people.names([...authors])
    return comments.map(comment => ({
      ...comment,
      authorName: names.get(comment.author) ?? '',
      mine: comment.author === actor.id,
      ...(comment.author === hidden && { ofAuthor: true as const }),
    }))
  }

  async function keep(tx: Tx, actor: Actor, idea: Idea, comment: Comment): Promise<void> {
    await store(tx).addComment(comment)
    await store(tx).recountComments(comment.idea)
    await ground.happened(tx, 'commented', idea, actor)
    await people.tookPart(tx, actor.id)
  }

  return {
    /** Keeps a comment under the idea, once for all `keys`. @throws Refusal `gone`, `empty-text`, `too-long` */
    async comment(actor: Actor, idea: string, typed: string, keys: readonly OnceKey[]): Promise<CommentSeen> {
      permit(PERMISSIONS.comment, actor.role)
      const wanted = { id: ids.next(), idea, author: actor.id, text: commentText(typed), at: clock.now() }
      let kept = wanted.id
      const about = await ground.withLocked(idea, async (tx, found) => {
        kept = await once(tx, keys, wanted.id)
        if (kept === wanted.id) await keep(tx, actor, found, wanted)
      })
      const comment = standing(await read(tx => store(tx).findComment(kept)))
      return standing((await seen(actor, about, [comment]))[0])
    },

    /**
     * What is said under the idea, the oldest first. `after`: what the page before gave as `next`.
     * @throws Refusal `gone`, `malformed`
     */
    async comments(actor: Actor, id: string, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const [idea, rows] = await read(
        async (tx): Promise<[Idea, readonly Comment[]]> => [
          readable(await store(tx).find(id), actor),
          await store(tx).comments(id, limit + 1, from),
        ],
      )
      const { items, ...rest } = pageOf(rows, limit)
      return { idea, items: await seen(actor, idea, items), ...rest }
    },
  }
}
