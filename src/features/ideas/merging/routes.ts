import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  type MergeAskedView,
  type MergedView,
  mergeAnswer,
  mergeInput,
} from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { IdeaUsecases } from '../idea/usecases.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { MergeSeen } from './domain.ts'

const PAGE = 20

function askedView({ merge, from, into }: MergeSeen): MergeAskedView {
  const [mine, other] = from.mine ? [from, into] : [into, from]
  const unnamed = from.unnamed === true || into.unnamed === true
  return { id: merge.id, at: merge.at, mine: viewOf(mine), other: viewOf(other), unnamed }
}

export function mergeRoutes(ideas: IdeaUsecases): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/ideas/:id/merge',
      run: async ({ actor, params, body }): Promise<MergedView> => {
        const { asked, idea } = await ideas.merge(
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
      run: async ({ actor, params }) => viewOf(await ideas.undoMerge(actor, parse(idParams, params).id)),
    },
    {
      method: 'get',
      path: '/merges',
      run: async ({ actor, query }): Promise<Page<MergeAskedView>> => {
        const { items, ...rest } = await ideas.mergesAsked(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(askedView), ...rest }
      },
    },
    {
      method: 'post',
      path: '/merges/:id/answer',
      run: async ({ actor, params, body }) =>
        viewOf(await ideas.answerMerge(actor, parse(idParams, params).id, parse(mergeAnswer, body).accept)),
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
