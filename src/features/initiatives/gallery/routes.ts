import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type InitiativeView, initiativeQuery } from '../../../tabs/contract/initiatives/initiatives.ts'
import type { Near, Page } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../initiative/view-routes.ts'
import type { GalleryUsecases } from './usecases.ts'

const PAGE = 24

export function galleryRoutes(gallery: Pick<GalleryUsecases, 'list'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/initiatives',
      run: async ({ actor, query }): Promise<Page<InitiativeView & Near>> => {
        const { after, mine, q = '', ...listing } = parse(initiativeQuery, query)
        const wanted = { ...listing, text: q, mine: mine === '1' }
        const { items, near, ...rest } = await gallery.list(actor, wanted, PAGE, after)
        return { items: items.map(each => ({ ...viewOf(each), ...(near && { near }) })), ...rest }
      },
    },
  ]
}
