import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { commentInput } from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { CommentUsecases } from './usecases.ts'
import { commentView } from './view-routes.ts'

const PAGE = 20

/** Observers read comments without names. */
export const readsUnnamed = ({ role }: Actor) => role === 'observer'

/** Comments of an idea. */
export function commentRoutes(
  comments: Pick<CommentUsecases, 'comments' | 'comment' | 'withdrawComment' | 'undoWithdrawComment'>,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ideas/:id/comments',
      run: async ({ actor, params, query }) => {
        const { after } = parse(pageQuery, query)
        const { items, next } = await comments.comments(actor, parse(idParams, params).id, PAGE, after)
        const views = items.map(commentView)
        const read = readsUnnamed(actor) ? views.map(view => ({ ...view, author: '' })) : views
        return { items: read, ...(next !== undefined && { next }) }
      },
    },
    {
      method: 'post',
      path: '/ideas/:id/comments',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { nonce, text } = parse(commentInput, body)
        return commentView(
          await comments.comment(actor, id, text, [formKey(actor.id, nonce, { idea: id, text })]),
        )
      },
    },
    {
      method: 'post',
      path: '/comments/:id/withdraw',
      run: async ({ actor, params }) => {
        const { id } = parse(idParams, params)
        await comments.withdrawComment(actor, id)
        return { id }
      },
    },
    {
      method: 'post',
      path: '/comments/:id/withdraw/undo',
      run: async ({ actor, params }) => {
        const { id } = parse(idParams, params)
        await comments.undoWithdrawComment(actor, id)
        return { id }
      },
    },
  ]
}
