import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import {
  type FacilitatorsView,
  facilitatorInput,
  removalInput,
} from '../../../tabs/contract/workshops/tables.ts'
import type { FacilitatorUsecases, NamedLeader } from './facilitator-usecases.ts'

function viewOf(leaders: readonly NamedLeader[]): FacilitatorsView {
  const items = leaders.map(({ person, name, table }) => ({
    id: person,
    name,
    ...(table !== undefined && { table }),
  }))
  return { items }
}

export function facilitatorRoutes(facilitators: FacilitatorUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/facilitators',
      run: async ({ actor, params }) =>
        viewOf(await facilitators.facilitators(actor, parse(idParams, params).id)),
    },
    {
      method: 'put',
      path: '/workshops/:id/facilitators',
      run: async ({ actor, params, body }) => {
        const { person, table } = parse(facilitatorInput, body)
        const leader = { person, ...(table !== null && { table }) }
        return viewOf(await facilitators.nameFacilitator(actor, parse(idParams, params).id, leader))
      },
    },
    {
      method: 'put',
      path: '/workshops/:id/facilitators/remove',
      run: async ({ actor, params, body }) => {
        const { person } = parse(removalInput, body)
        return viewOf(await facilitators.removeFacilitator(actor, parse(idParams, params).id, person))
      },
    },
  ]
}
