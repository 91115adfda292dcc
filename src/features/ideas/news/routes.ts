import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { EventView } from '../../../tabs/contract/thread.ts'
import { readsUnnamed } from '../comments/routes.ts'
import type { TimelineUsecases } from './thread-usecases.ts'

const PAGE = 20

/** An idea's history. */
export function threadRoutes(timelines: Pick<TimelineUsecases, 'timeline'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ideas/:id/thread',
      run: async ({ actor, params, query }) => {
        const { id } = parse(idParams, params)
        const { items, next } = await timelines.timeline(actor, id, PAGE, parse(pageQuery, query).after)
        const events: readonly EventView[] = items.map(({ number: _, by, ...event }) => ({
          ...event,
          ...(by !== undefined && !readsUnnamed(actor) && { by }),
        }))
        return { items: events, ...(next !== undefined && { next }) }
      },
    },
  ]
}
