import { parse } from '../../kernel/requests/parse.ts'
import { type ApiRoute, Flow } from '../../kernel/requests/route.ts'
import { type CloseoutView, closingInput } from '../../tabs/contract/closeout.ts'
import type { ArchiveUsecases } from './archive-usecases.ts'
import type { Closeout } from './domain.ts'
import type { CloseoutUsecases } from './usecases.ts'

function viewOf({ closing, open, left }: Closeout): CloseoutView {
  return { open, left, ...(closing && { closed: { at: closing.at, left: closing.left } }) }
}

/** The end of the programme, for organisers. */
export function closeoutRoutes(
  { show, close, reopen }: CloseoutUsecases,
  { archive }: ArchiveUsecases,
): ApiRoute[] {
  return [
    { method: 'get', path: '/closing', run: async ({ actor }) => viewOf(await show(actor)) },
    {
      method: 'post',
      path: '/closing',
      run: async ({ actor, body }) => viewOf(await close(actor, parse(closingInput, body).left)),
    },
    { method: 'post', path: '/closing/reopen', run: async ({ actor }) => viewOf(await reopen(actor)) },
    {
      method: 'post',
      path: '/closing/archive',
      run: async ({ actor }) => {
        const { name, parts } = await archive(actor)
        return new Flow('application/zip', name, parts, async () => {})
      },
    },
  ]
}
