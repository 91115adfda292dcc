import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type DecidedTrialView, decisionInput } from '../../../tabs/contract/initiatives/trials.ts'
import { idOf, type TrialViews } from '../trial/view-routes.ts'
import { unheardIn } from './place-usecases.ts'
import type { TrialDecisionUsecases } from './usecases.ts'

export function decisionRoutes(
  decisions: Pick<TrialDecisionUsecases, 'decide'>,
  { viewOf }: TrialViews,
): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/trials/:id/decision',
      run: async (asked): Promise<DecidedTrialView> => {
        const places = await decisions.decide(asked.actor, idOf(asked), parse(decisionInput, asked.body))
        return { ...(await viewOf(asked)), unheard: unheardIn(places), sameDay: places.sameDay }
      },
    },
  ]
}
