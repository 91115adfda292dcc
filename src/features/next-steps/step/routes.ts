import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  lateStepsQuery,
  type OwnStepView,
  type StepsOnView,
  stepDropInput,
  stepDueInput,
  stepInput,
  stepStateInput,
  stepsOnQuery,
} from '../../../tabs/contract/next-steps.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { StepReadingUsecases } from './reading-usecases.ts'
import type { NextStepUsecases } from './usecases.ts'
import { ownStepView } from './view-routes.ts'

type Parts = {
  readonly steps: Pick<NextStepUsecases, 'write' | 'keep' | 'takeBack' | 'postpone' | 'drop'>
  readonly reading: Pick<StepReadingUsecases, 'show' | 'on' | 'mine' | 'late'>
}

const PAGE = 20

export function nextStepRoutes({ steps, reading }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/steps',
      run: async ({ actor, query }): Promise<Page<OwnStepView>> => {
        const { items, ...rest } = await reading.mine(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(ownStepView), ...rest }
      },
    },
    {
      method: 'get',
      path: '/steps/late',
      run: async ({ actor, query }): Promise<Page<OwnStepView>> => {
        const { direction, after } = parse(lateStepsQuery, query)
        const { items, ...rest } = await reading.late(actor, direction, PAGE, after)
        return { items: items.map(ownStepView), ...rest }
      },
    },
    {
      method: 'get',
      path: '/steps/on',
      run: async ({ actor, query }): Promise<StepsOnView> => {
        const { steps: found, mayWrite, forInitiative } = await reading.on(actor, parse(stepsOnQuery, query))
        return { items: found.map(ownStepView), mayWrite, ...(forInitiative && { forInitiative }) }
      },
    },
    {
      method: 'get',
      path: '/steps/:id',
      run: async ({ actor, params }): Promise<OwnStepView> =>
        ownStepView(await reading.show(actor, parse(idParams, params).id)),
    },
    {
      method: 'post',
      path: '/steps',
      run: async ({ actor, body }): Promise<OwnStepView> => {
        const { nonce, kind, id, ...given } = parse(stepInput, body)
        const { text, due, mine, named } = given
        const written = { subject: { kind, id }, text, due, mine, named }
        const keys = [formKey(actor.id, nonce, { kind, id, text, due, mine, named })]
        return ownStepView(await steps.write(actor, written, keys))
      },
    },
    {
      method: 'put',
      path: '/steps/:id/state',
      run: async ({ actor, params, body }): Promise<OwnStepView> => {
        const { id } = parse(idParams, params)
        const { state } = parse(stepStateInput, body)
        return ownStepView(await (state === 'kept' ? steps.keep(actor, id) : steps.takeBack(actor, id)))
      },
    },
    {
      method: 'put',
      path: '/steps/:id/due',
      run: async ({ actor, params, body }): Promise<OwnStepView> =>
        ownStepView(await steps.postpone(actor, parse(idParams, params).id, parse(stepDueInput, body).due)),
    },
    {
      method: 'post',
      path: '/steps/:id/drop',
      run: async ({ actor, params, body }): Promise<OwnStepView> =>
        ownStepView(await steps.drop(actor, parse(idParams, params).id, parse(stepDropInput, body).word)),
    },
  ]
}
