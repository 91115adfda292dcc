import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  type OwnStepView,
  type StepAskedView,
  type StepColleagueView,
  stepAnswerInput,
  stepAskedInput,
  stepColleagueQuery,
  stepNameInput,
} from '../../../tabs/contract/next-steps.ts'
import { idParams, type Page } from '../../../tabs/contract/primitives.ts'
import { ownStepView } from '../step/view-routes.ts'
import type { AssignmentUsecases } from './usecases.ts'

export function assignmentRoutes(assignment: AssignmentUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/steps/:id/colleagues',
      run: async ({ actor, params, query }): Promise<Page<StepColleagueView>> => {
        const { name } = parse(stepColleagueQuery, query)
        const found = await assignment.colleagues(actor, parse(idParams, params).id, name)
        return { items: found.map(({ id, name }) => ({ id, name })) }
      },
    },
    {
      method: 'put',
      path: '/steps/:id/asked',
      run: async ({ actor, params, body }): Promise<StepAskedView> => {
        const { id } = parse(idParams, params)
        const { person } = parse(stepAskedInput, body)
        if (person === null) return ownStepView(await assignment.stopAsking(actor, id))
        const { unreachable, ...step } = await assignment.ask(actor, id, person)
        return { ...ownStepView(step), ...(unreachable && { unreachable }) }
      },
    },
    {
      method: 'post',
      path: '/steps/:id/answer',
      run: async ({ actor, params, body }): Promise<Readonly<Record<string, never>>> => {
        const { id } = parse(idParams, params)
        const { accept, named } = parse(stepAnswerInput, body)
        await (accept ? assignment.accept(actor, id, named) : assignment.decline(actor, id))
        return {}
      },
    },
    {
      method: 'post',
      path: '/steps/:id/take',
      run: async ({ actor, params, body }): Promise<OwnStepView> => {
        const { named } = parse(stepNameInput, body)
        return ownStepView(await assignment.takeOn(actor, parse(idParams, params).id, named))
      },
    },
    {
      method: 'post',
      path: '/steps/:id/back',
      run: async ({ actor, params }): Promise<OwnStepView> =>
        ownStepView(await assignment.giveBack(actor, parse(idParams, params).id)),
    },
    {
      method: 'put',
      path: '/steps/:id/name',
      run: async ({ actor, params, body }): Promise<OwnStepView> => {
        const { named } = parse(stepNameInput, body)
        return ownStepView(await assignment.show(actor, parse(idParams, params).id, named))
      },
    },
  ]
}
