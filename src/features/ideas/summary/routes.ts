import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { type SummaryView, summaryInput } from '../../../tabs/contract/workshops/summaries.ts'
import { supportsShown } from '../idea/support-count.ts'
import type { SummarySeen } from './domain.ts'
import type { SummaryUsecases } from './usecases.ts'

function viewOf({ workshop, count, top, summary, steps }: SummarySeen): SummaryView {
  return {
    title: workshop.title,
    count: exact('shared', count),
    top: top.map(idea => ({ id: idea.id, text: idea.text, supports: supportsShown(idea).supports })),
    sequel: summary?.next ?? '',
    turn: summary?.turn ?? 0,
    steps,
    ...(summary && { at: summary.at }),
  }
}

/** Publishing and correcting the summary of a workshop. */
export function summaryRoutes(
  summaries: Pick<SummaryUsecases, 'readSummary' | 'summary' | 'publishSummary'>,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/published-summary',
      run: async ({ actor, params }) =>
        viewOf(await summaries.readSummary(actor, parse(idParams, params).id)),
    },
    {
      method: 'get',
      path: '/workshops/:id/summary',
      run: async ({ actor, params }) => viewOf(await summaries.summary(actor, parse(idParams, params).id)),
    },
    {
      method: 'put',
      path: '/workshops/:id/summary',
      run: async ({ actor, params, body }) => {
        const workshop = parse(idParams, params).id
        const { sequel: next, turn } = parse(summaryInput, body)
        return viewOf(await summaries.publishSummary(actor, { workshop, next, turn }))
      },
    },
  ]
}
