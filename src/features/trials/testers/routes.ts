import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { noteInput, testerInput } from '../../../tabs/contract/initiatives/trials.ts'
import { idOf, type TrialViews } from '../trial/view-routes.ts'
import type { TesterUsecases } from './usecases.ts'

/** Trying a trial, and signing a line. */
export function testerRoutes(
  testers: Pick<TesterUsecases, 'try' | 'note'>,
  { viewOf }: TrialViews,
): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/trials/:id/tester',
      run: async asked => {
        await testers.try(asked.actor, idOf(asked), parse(testerInput, asked.body).trying)
        return viewOf(asked)
      },
    },
    {
      method: 'post',
      path: '/trials/:id/notes',
      run: async asked => {
        const { actor, body } = asked
        const id = idOf(asked)
        const { nonce, text } = parse(noteInput, body)
        await testers.note(actor, id, text, [formKey(actor.id, nonce, { trial: id, text })])
        return viewOf(asked)
      },
    },
  ]
}
