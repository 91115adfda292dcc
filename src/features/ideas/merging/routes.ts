import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  type MergeAskedView,
  type MergedView,
  mergeAnswer,
  mergeInput,
} from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { MergeSeen } from './domain.ts'
import type { MergeMessageUsecases } from './message-usecases.ts'
import type { MergeUsecases } from './usecases.ts'

const PAGE = 20

function askedView({ merge, from, into }: MergeSeen): MergeAskedView {
  const [mine, other] = from.mine ? [from, into] : [into, from]
  const unnamed = from.unnamed === true || into.unnamed === true
  return { id: merge.id, at: merge.at, mine: viewOf(mine), other: viewOf(other), unnamed }
}

type Parts = {
  readonly merges: Pick<MergeUsecases, 'merge' | 'undoMerge' | 'answerMerge'>
  readonly mergeMessages: Pick<MergeMessageUsecases, 'mergesAsked'>
  readonly ideas: Pick<IdeaQueries, 'show'>
}

export function mergeRoutes({ merges, mergeMessages, ideas }: Parts): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/ideas/:id/merge',
      run: async ({ actor, params, body }): Promise<MergedView> => {
        const { asked, idea } = await merges.merge(
          actor,
          parse(idParams, params).id,
          parse(mergeInput, body).into,
        )
        return { ...viewOf(idea), asked }
      },
    },
    {
      method: 'post',
      path: '/ideas/:id/merge/undo',
      run: async ({ actor, params }) => viewOf(await merges.undoMerge(actor, parse(idParams, params).id)),
    },
    {
      method: 'get',
      path: '/merges',
      run: async ({ actor, query }): Promise<Page<MergeAskedView>> => {
        const { items, ...rest } = await mergeMessages.mergesAsked(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(askedView), ...rest }
      },
    },
    {
      method: 'post',
      path: '/merges/:id/answer',
      run: async ({ actor, params, body }) =>
        viewOf(await merges.answerMerge(actor, parse(idParams, params).id, parse(mergeAnswer, body).accept)),
    },
    {
      method: 'get',
      path: '/ideas/:id/joined',
      run: async ({ actor, params }) => {
        const { joined = [] } = await ideas.show(actor, parse(idParams, params).id)
        return { items: joined.map(({ id, text, authorName }) => ({ id, text, author: authorName })) }
      },
    },
  ]
}
