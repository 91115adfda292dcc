import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { axisInput, correctionInput, ideaInput } from '../../../tabs/contract/ideas/ideas.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { CorrectionUsecases } from './correction-usecases.ts'
import type { SubmissionUsecases } from './usecases.ts'

type Parts = {
  readonly submissions: Pick<SubmissionUsecases, 'submit'>
  readonly corrections: Pick<CorrectionUsecases, 'setAxis' | 'correct' | 'undo'>
}

export function submissionRoutes({ submissions, corrections }: Parts): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/ideas',
      run: async ({ actor, body }) => {
        const { nonce, unnamed, ...words } = parse(ideaInput, body)
        const submission = { ...words, ...(unnamed !== undefined && { unnamed }) }
        return viewOf(await submissions.submit(actor, submission, [formKey(actor.id, nonce, submission)]))
      },
    },
    {
      method: 'put',
      path: '/ideas/:id/axis',
      run: async ({ actor, params, body }) =>
        viewOf(await corrections.setAxis(actor, parse(idParams, params).id, parse(axisInput, body).axis)),
    },
    {
      method: 'put',
      path: '/ideas/:id/text',
      run: async ({ actor, params, body }) =>
        viewOf(await corrections.correct(actor, parse(idParams, params).id, parse(correctionInput, body))),
    },
    {
      method: 'post',
      path: '/ideas/:id/undo',
      run: async ({ actor, params }) => {
        const { id } = parse(idParams, params)
        await corrections.undo(actor, id)
        return { id }
      },
    },
  ]
}
