import { rounded } from '../../kernel/counts.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { idParams } from '../../tabs/contract/common.ts'
import type { FeedbackView } from '../../tabs/contract/feedback.ts'
import type { FeedbackUsecases } from './usecases.ts'

export function feedbackRoutes(feedback: Pick<FeedbackUsecases, 'results'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/feedback',
      run: async ({ actor, params }): Promise<FeedbackView> => {
        const { round, results } = await feedback.results(actor, parse(idParams, params).id)
        if (!round) return { state: 'none' }
        if (!round.closed) return { state: 'open', closesAt: round.closesAt }
        if (!results) return { state: 'few' }
        const { answers, average, sentences } = results
        return { state: 'read', answers: rounded(answers), average, sentences }
      },
    },
  ]
}
