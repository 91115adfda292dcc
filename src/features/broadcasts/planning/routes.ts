import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { broadcastPlan } from '../../../tabs/contract/broadcasts.ts'
import type { BroadcastViews } from '../broadcast/view-routes.ts'
import { hourIn } from './form.ts'
import type { PlanningUsecases } from './usecases.ts'

type Parts = { readonly planning: Pick<PlanningUsecases, 'plan' | 'unplan'>; readonly zone: string }

export function planningRoutes({ planning, zone }: Parts, { act }: BroadcastViews): ApiRoute[] {
  return [
    act('plan', (id, { actor, body }) => {
      const { version, ...typed } = parse(broadcastPlan, body)
      return planning.plan(actor, id, { version, at: hourIn(typed, zone) })
    }),
    act('unplan', (id, { actor }) => planning.unplan(actor, id)),
  ]
}
