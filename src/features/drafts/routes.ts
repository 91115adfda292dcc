import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import { type DraftCheckView, draftInput, type RewordingView } from '../../tabs/contract/ideas/draft-check.ts'
import type { DraftUsecases } from './usecases.ts'

/** A text is sent here to be looked at, never to be kept. */
export function draftRoutes({ check, reword }: DraftUsecases): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/drafts/check',
      run: async ({ actor, body }): Promise<DraftCheckView> => {
        const { kind, text } = parse(draftInput, body)
        return check(actor, kind, text)
      },
    },
    {
      method: 'post',
      path: '/drafts/rewording',
      run: async ({ actor, body }): Promise<RewordingView> => {
        const { kind, text } = parse(draftInput, body)
        const proposed = await reword(actor, kind, text)
        return proposed === undefined ? {} : { text: proposed }
      },
    },
  ]
}
