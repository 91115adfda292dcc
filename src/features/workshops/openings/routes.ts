import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { openingInput } from '../../../tabs/contract/workshops/workshops.ts'
import { type OwnViewParts, ownViews } from '../registration/personal-view-routes.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import type { OpeningUsecases } from './usecases.ts'

type Parts = OwnViewParts & {
  readonly openings: Pick<OpeningUsecases, 'remind'>
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
}

/** The same acts in a tab. */
export function openingRoutes(parts: Parts): ApiRoute[] {
  const { openings, workshops } = parts
  return [
    {
      method: 'put',
      path: '/workshops/:id/opening',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        await openings.remind(actor, { thing: 'workshop', id }, parse(openingInput, body).on)
        return (await ownViews(parts, actor, [await workshops.show(actor, id)]))[0]
      },
    },
  ]
}
