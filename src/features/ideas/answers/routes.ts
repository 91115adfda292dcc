import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import {
  answerInput,
  stateInput,
  takeBackInput,
  type WaitingView,
} from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { DecisionUsecases } from './decision-usecases.ts'
import type { PendingUsecases } from './take-back-usecases.ts'
import type { AnswerUsecases } from './usecases.ts'

const PAGE = 20

type Parts = {
  readonly answers: Pick<AnswerUsecases, 'answer' | 'waiting'>
  readonly decisions: Pick<DecisionUsecases, 'decide'>
  readonly pendings: Pick<PendingUsecases, 'takeBack'>
}

export function answerRoutes({ answers, decisions, pendings }: Parts, clock: Clock): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/ideas/:id/answer',
      run: async ({ actor, params, body }) =>
        viewOf(await answers.answer(actor, parse(idParams, params).id, parse(answerInput, body).text)),
    },
    {
      method: 'put',
      path: '/ideas/:id/state',
      run: async ({ actor, params, body }) => {
        const { state: step, reason } = parse(stateInput, body)
        const { id } = parse(idParams, params)
        return viewOf(await decisions.decide(actor, id, { step, ...(reason !== undefined && { reason }) }))
      },
    },
    {
      method: 'post',
      path: '/ideas/:id/take-back',
      run: async ({ actor, params, body }) =>
        viewOf(await pendings.takeBack(actor, parse(idParams, params).id, parse(takeBackInput, body).at)),
    },
    {
      method: 'get',
      path: '/directions/:id/waiting',
      run: async ({ actor, params, query }): Promise<WaitingView> => {
        const { after } = parse(pageQuery, query)
        const { items, ...rest } = await answers.waiting(actor, parse(idParams, params).id, PAGE, after)
        const now = clock.now()
        const days = (at: number) => Math.max(0, Math.floor((now - at) / DAY))
        return { items: items.map(idea => ({ ...viewOf(idea), waitingDays: days(idea.at) })), ...rest }
      },
    },
  ]
}
