import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { type BroadcastPreview, broadcastChange, broadcastInput } from '../../../tabs/contract/broadcasts.ts'
import { type BroadcastViews, idIn } from '../broadcast/view-routes.ts'
import type { BroadcastDraftInput, BroadcastDraftUsecases } from './usecases.ts'

/** Keeps absent fields absent. */
function typedIn({ text, audience, thing }: ReturnType<typeof broadcastChange.parse>): BroadcastDraftInput {
  return { text, audience, ...(thing && { thing }) }
}

type Parts = {
  readonly drafts: BroadcastDraftUsecases
  /** The card as it will be sent, in each language. */
  readonly preview: (actor: Actor, id: string) => Promise<readonly BroadcastPreview[]>
}

export function draftRoutes({ drafts, preview }: Parts, { view, act }: BroadcastViews): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/broadcasts/:id/preview',
      run: async request => ({ items: await preview(request.actor, idIn(request)) }),
    },
    {
      method: 'post',
      path: '/broadcasts',
      run: async ({ actor, body }) => {
        const { nonce, ...typed } = parse(broadcastInput, body)
        const keys = [formKey(actor.id, nonce, typedIn(typed))]
        return view(actor, await drafts.write(actor, typedIn(typed), keys))
      },
    },
    {
      method: 'put',
      path: '/broadcasts/:id',
      run: async request => {
        await drafts.rewrite(request.actor, idIn(request), typedIn(parse(broadcastChange, request.body)))
        return view(request.actor, idIn(request))
      },
    },
    {
      method: 'post',
      path: '/broadcasts/:id/remove',
      run: async request => {
        await drafts.remove(request.actor, idIn(request))
        return {}
      },
    },
    act('rehearsal', (id, { actor }) => drafts.rehearse(actor, id)),
  ]
}
