import { rounded } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { hidingInput, type ReportedView, reportInput } from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { ModerationQueue } from '../idea/hiding.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { ReportedIdeaSeen } from './domain.ts'
import type { ModerationUsecases } from './usecases.ts'

const PAGE = 20

function watchedView({ idea, at, reports, reasons }: ReportedIdeaSeen): ReportedView {
  return { ...viewOf(idea), since: at, reports: rounded(reports), reasons }
}

export function moderationRoutes(
  moderation: Pick<ModerationUsecases, 'queue' | 'report' | 'hide' | 'restore' | 'dismiss'>,
): ApiRoute[] {
  const listing = (queue: ModerationQueue): ApiRoute => ({
    method: 'get',
    path: `/ideas/${queue}`,
    run: async ({ actor, query }) => {
      const { items, ...rest } = await moderation.queue(actor, queue, PAGE, parse(pageQuery, query).after)
      return { items: items.map(watchedView), ...rest }
    },
  })
  return [
    listing('reported'),
    listing('hidden'),
    {
      method: 'post',
      path: '/ideas/:id/report',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        await moderation.report(actor, id, parse(reportInput, body).reason)
        return { id }
      },
    },
    {
      method: 'post',
      path: '/ideas/:id/hide',
      run: async ({ actor, params, body }) =>
        viewOf(await moderation.hide(actor, parse(idParams, params).id, parse(hidingInput, body).reason)),
    },
    {
      method: 'post',
      path: '/ideas/:id/restore',
      run: async ({ actor, params }) => viewOf(await moderation.restore(actor, parse(idParams, params).id)),
    },
    {
      method: 'post',
      path: '/ideas/:id/dismiss',
      run: async ({ actor, params }) => viewOf(await moderation.dismiss(actor, parse(idParams, params).id)),
    },
  ]
}
