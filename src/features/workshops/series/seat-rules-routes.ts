import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import {
  ownQuotasInput,
  type QuotaInput,
  type RulesInput,
  rulesInput,
  type SheetView,
} from '../../../tabs/contract/workshops/planning.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import type { TypedSettings } from '../seats/rules.ts'
import { typedSettings } from './form.ts'
import type { SeatRulesUsecases } from './seat-rules-usecases.ts'

type Parts = {
  readonly rules: Pick<SeatRulesUsecases, 'ruleAlone' | 'shareAlone'>
  readonly zone: string
}

/** Seat rules sent by a tab, with the fields of the card's form: days and times in `zone`. */
export function typedRules(
  { openDate, openTime, quotas, ...numbers }: RulesInput,
  zone: string,
): TypedSettings {
  const { reserved, releaseDays, closeDays, confirmHours } = numbers
  const fields = {
    reserved: String(reserved),
    releaseDays: String(releaseDays),
    closeDays: String(closeDays),
    confirmHours: String(confirmHours),
  }
  return typedSettings({ quotas: quotas ? 'on' : 'off', openDate, openTime, ...fields }, zone)
}

export function typedQuotas({ quotas }: { readonly quotas: readonly QuotaInput[] }): SeatQuotas {
  return new Map(quotas.map(({ direction, seats }) => [direction, seats]))
}

/** Seat rules of a single workshop. `plan`: its current view. */
export function ownRulesRoutes(
  { rules, zone }: Parts,
  plan: (request: Pick<ApiRequest, 'actor'>, id: string) => Promise<SheetView>,
): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/workshops/:id/rules',
      run: async request => {
        const { id } = parse(idParams, request.params)
        await rules.ruleAlone(request.actor, id, typedRules(parse(rulesInput, request.body), zone))
        return plan(request, id)
      },
    },
    {
      method: 'put',
      path: '/workshops/:id/quotas',
      run: async request => {
        const { id } = parse(idParams, request.params)
        await rules.shareAlone(request.actor, id, typedQuotas(parse(ownQuotasInput, request.body)))
        return plan(request, id)
      },
    },
  ]
}
