import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { type StoryFormView, storyInput } from '../../../tabs/contract/commitment-stories.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import type { CommitmentViews } from '../commitment/view-routes.ts'
import { readersOf, type StoryForm } from './domain.ts'
import type { StoryUsecases } from './usecases.ts'

type Stories = Pick<StoryUsecases, 'prepare' | 'tell' | 'withdraw'>

function formView(
  { pilots, channels, text, named, noted, small, firstName, commitment }: StoryForm,
  actor: Actor,
): StoryFormView {
  return {
    pilots: readersOf({ pilots }, actor.id),
    channels: channels.map(({ teamName: team, name }) => ({ team, name })),
    text,
    named,
    noted,
    small,
    firstName,
    told: commitment.story !== undefined,
  }
}

/** Telling a kept commitment to one's Direction. */
export function storyRoutes(stories: Stories, view: CommitmentViews): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/commitments/:id/story',
      run: async ({ actor, params }): Promise<StoryFormView> =>
        formView(await stories.prepare(actor, parse(idParams, params).id), actor),
    },
    {
      method: 'put',
      path: '/commitments/:id/story',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { nonce, ...told } = parse(storyInput, body)
        const keys = [formKey(actor.id, nonce, { commitment: id, ...told })]
        return view.one(actor, await stories.tell(actor, id, told, keys))
      },
    },
    {
      method: 'post',
      path: '/commitments/:id/story/withdraw',
      run: async ({ actor, params }) =>
        view.one(actor, await stories.withdraw(actor, parse(idParams, params).id)),
    },
  ]
}
