import { rounded } from '../../kernel/personal-data/counts.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import {
  type AskedView,
  type FeedbackView,
  type GivenView,
  givenInput,
} from '../../tabs/contract/feedback.ts'
import { idParams, type Page } from '../../tabs/contract/primitives.ts'
import { type FeedbackInvitation, saidOf } from './domain.ts'
import type { FeedbackUsecases } from './usecases.ts'

function askedView({ round, title, startsAt, given, unsure }: FeedbackInvitation): AskedView {
  const { workshop: id, closesAt } = round
  return { id, title, startsAt, closesAt, given, ...(unsure && { unsure }) }
}

export function feedbackRoutes(
  feedback: Pick<FeedbackUsecases, 'asked' | 'give' | 'missed' | 'results'>,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/me/feedback',
      run: async ({ actor }): Promise<Page<AskedView>> => ({
        items: (await feedback.asked(actor)).map(askedView),
      }),
    },
    {
      method: 'put',
      path: '/workshops/:id/my-feedback',
      run: async ({ actor, params, body }): Promise<GivenView> => {
        const { id } = parse(idParams, params)
        const said = parse(givenInput, body)
        if (said.absent) {
          await feedback.missed(actor, id)
          return { id, given: true }
        }
        const { rating, sentence } = said
        const kept = await feedback.give(actor, id, saidOf(rating, sentence))
        return { id, given: true, ...(!kept && { before: true as const }) }
      },
    },
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
