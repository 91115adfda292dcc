import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { answersInput, type TrialView } from '../../../tabs/contract/initiatives/trials.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import type { TrialReadingUsecases } from '../trial/reading-usecases.ts'
import { trialView } from '../trial/view-routes.ts'
import type { LookInUsecases } from './usecases.ts'

type Parts = {
  readonly lookIns: Pick<LookInUsecases, 'answer'>
  readonly trials: Pick<TrialReadingUsecases, 'show'>
}

/** The answer of somebody who tries something; sent again, it changes nothing. Their message keeps no more of it than of any press. */
export function lookInRoutes({ lookIns, trials }: Parts): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/trials/:id/answers',
      run: async ({ actor, params, body }): Promise<TrialView> => {
        const { id } = parse(idParams, params)
        const given = parse(answersInput, body)
        await lookIns.answer(actor, id, given)
        return trialView(await trials.show(actor, id))
      },
    },
  ]
}
