import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { membershipInput, ownerInput } from '../../../tabs/contract/initiatives/initiatives.ts'
import { idOf, type SheetViews } from '../initiative/view-routes.ts'
import type { MemberUsecases } from './usecases.ts'

export function memberRoutes(
  members: Pick<MemberUsecases, 'join' | 'handOver'>,
  { sheetOf }: SheetViews,
): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/initiatives/:id/membership',
      run: async asked => {
        const id = idOf(asked)
        await members.join(asked.actor, id, parse(membershipInput, asked.body).joined)
        return sheetOf(asked, id)
      },
    },
    {
      method: 'put',
      path: '/initiatives/:id/owner',
      run: async asked => {
        const id = idOf(asked)
        await members.handOver(asked.actor, id, parse(ownerInput, asked.body).to)
        return sheetOf(asked, id)
      },
    },
  ]
}
