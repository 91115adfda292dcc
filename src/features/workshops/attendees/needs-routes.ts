import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import { type MyNeedsView, type NeedView, needsInput } from '../../../tabs/contract/workshops/needs.ts'
import type { NeedUsecases } from './needs-usecases.ts'

const PAGE = 50

export function needRoutes(needs: NeedUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/my-needs',
      run: async ({ actor, params }): Promise<MyNeedsView> => {
        const { text } = await needs.mine(actor, parse(idParams, params).id)
        return { text }
      },
    },
    {
      method: 'put',
      path: '/workshops/:id/my-needs',
      run: async ({ actor, params, body }): Promise<MyNeedsView> => {
        const { text } = parse(needsInput, body)
        return { text: (await needs.say(actor, parse(idParams, params).id, text)).text }
      },
    },
    {
      method: 'get',
      path: '/workshops/:id/needs',
      run: ({ actor, params, query }): Promise<Page<NeedView>> =>
        needs.read(actor, parse(idParams, params).id, PAGE, parse(pageQuery, query).after),
    },
  ]
}
