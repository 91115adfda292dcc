import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { commentInput } from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { EventView } from '../../../tabs/contract/thread.ts'
import type { IdeaUsecases } from '../idea/usecases.ts'
import { commentView } from './view-routes.ts'

const PAGE = 20

/** An observer reads without names. */
const isReader = ({ role }: Actor) => role === 'observer'

/** What is said under an idea, and what became of it. */
export function commentRoutes(ideas: IdeaUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ideas/:id/comments',
      run: async ({ actor, params, query }) => {
        const { after } = parse(pageQuery, query)
        const { items, next } = await ideas.comments(actor, parse(idParams, params).id, PAGE, after)
        const views = items.map(commentView)
        const read = isReader(actor) ? views.map(view => ({ ...view, author: '' })) : views
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
          await ideas.comment(actor, id, text, [formKey(actor.id, nonce, { idea: id, text })]),
        )
      },
    },
    {
      method: 'post',
      path: '/comments/:id/withdraw',
      run: async ({ actor, params }) => {
        const { id } = parse(idParams, params)
        await ideas.withdrawComment(actor, id)
        return { id }
      },
    },
    {
      method: 'post',
      path: '/comments/:id/withdraw/undo',
      run: async ({ actor, params }) => {
        const { id } = parse(idParams, params)
        await ideas.undoWithdrawComment(actor, id)
        return { id }
      },
    },
    {
      method: 'get',
      path: '/ideas/:id/thread',
      run: async ({ actor, params, query }) => {
        const { id } = parse(idParams, params)
        const { items, next } = await ideas.timeline(actor, id, PAGE, parse(pageQuery, query).after)
        const events: readonly EventView[] = items.map(({ number: _, by, ...event }) => ({
          ...event,
          ...(by !== undefined && !isReader(actor) && { by }),
        }))
        return { items: events, ...(next !== undefined && { next }) }
      },
    },
  ]
}
