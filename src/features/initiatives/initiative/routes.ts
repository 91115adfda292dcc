import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { carryInput, inspireInput, sheetInput } from '../../../tabs/contract/initiatives/initiatives.ts'
import type { CarryingUsecases } from './usecases.ts'
import { idOf, type SheetViews } from './view-routes.ts'

export function initiativeRoutes(initiatives: CarryingUsecases, { answer, sheetOf }: SheetViews): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/initiatives',
      run: async asked => {
        const { nonce, idea } = parse(carryInput, asked.body)
        return answer(
          asked,
          await initiatives.carry(asked.actor, idea, [formKey(asked.actor.id, nonce, { idea })]),
        )
      },
    },
    {
      method: 'get',
      path: '/initiatives/:id',
      run: asked => sheetOf(asked, idOf(asked)),
    },
    {
      method: 'put',
      path: '/initiatives/:id',
      run: async asked =>
        answer(asked, await initiatives.edit(asked.actor, idOf(asked), parse(sheetInput, asked.body))),
    },
    {
      method: 'post',
      path: '/initiatives/:id/inspire',
      run: async asked => {
        const id = idOf(asked)
        const { nonce, text, unnamed = false } = parse(inspireInput, asked.body)
        const keys = [formKey(asked.actor.id, nonce, { inspiredBy: id, text })]
        return { idea: (await initiatives.inspire(asked.actor, id, { text, unnamed }, keys)).id }
      },
    },
  ]
}
