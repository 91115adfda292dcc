import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { readingInput } from '../../../tabs/contract/initiatives/trials.ts'
import { idOf, type TrialViews } from '../trial/view-routes.ts'
import type { MeasureUsecases } from './usecases.ts'

/** Typing a number. */
export function measureRoutes(measures: Pick<MeasureUsecases, 'type'>, { viewOf }: TrialViews): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/trials/:id/readings',
      run: async asked => {
        await measures.type(asked.actor, idOf(asked), parse(readingInput, asked.body))
        return viewOf(asked)
      },
    },
  ]
}
