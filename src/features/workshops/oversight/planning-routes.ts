import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import type { CardPreview } from '../../../tabs/contract/bot-card.ts'
import { idParams, type Page } from '../../../tabs/contract/primitives.ts'
import {
  announceInput,
  type ChangeCheckView,
  type CheckView,
  callOffInput,
  changeCheckInput,
  changeInput,
  checkInput,
  type PlannedView,
  type PlanView,
  planningQuery,
  type SheetView,
} from '../../../tabs/contract/workshops/planning.ts'
import type { CallOffUsecases } from '../cancellation/usecases.ts'
import type { ChangeUsecases } from '../changes/usecases.ts'
import { ownRulesRoutes } from '../series/seat-rules-routes.ts'
import type { SeatRulesUsecases } from '../series/seat-rules-usecases.ts'
import type { WorkshopDraft } from '../workshop/domain.ts'
import { typedDraft } from '../workshop/form.ts'
import type { PublishingUsecases } from '../workshop/publishing-usecases.ts'
import type { FormCheckUsecases } from './form-check-usecases.ts'
import { markSummaries, type SummaryMarks } from './summary-mark-routes.ts'
import type { OversightUsecases } from './usecases.ts'
import {
  faultViews,
  type PlanViewContext,
  plannedView,
  planView,
  sheetView,
  targetsView,
  usualOf,
} from './view-routes.ts'

const PAGE = 20

type Parts = PlanViewContext & {
  readonly oversight: Pick<OversightUsecases, 'plan' | 'plans'>
  readonly previews: {
    readonly draft: (draft: WorkshopDraft, organiser: string) => { readonly preview: CardPreview }
  }
  readonly checking: FormCheckUsecases
  readonly marks: SummaryMarks
  readonly publishing: Pick<PublishingUsecases, 'publish'>
  readonly changes: Pick<ChangeUsecases, 'change'>
  readonly callOffs: Pick<CallOffUsecases, 'callOff'>
  readonly rules: Pick<SeatRulesUsecases, 'ruleAlone' | 'shareAlone'>
}

const idIn = ({ params }: ApiRequest) => parse(idParams, params).id

/** Planning of workshops, for those in charge. */
export function planningRoutes(parts: Parts): ApiRoute[] {
  const { oversight, checking, publishing, changes, callOffs, previews, marks, zone } = parts

  async function plan({ actor }: Pick<ApiRequest, 'actor'>, id: string): Promise<SheetView> {
    const { sheet, series, ...seen } = await oversight.plan(actor, id)
    const view = sheetView(sheet, { ...seen, seriesTitle: series?.title ?? '' }, parts)
    const usual = series || !sheet.workshop.quotas ? undefined : usualOf(sheet, parts)
    return { ...view, ...(usual && { usual }) }
  }

  return [
    {
      method: 'get',
      path: '/planning',
      run: async ({ actor, query }): Promise<Page<PlanView>> => {
        const { when, after, ...filter } = parse(planningQuery, query)
        const asked = { when, filter, limit: PAGE, ...(after !== undefined && { after }) }
        const { items, now, ...next } = await oversight.plans(actor, asked)
        const plans = items.map(entry => planView(entry, now))
        const marked = await markSummaries(
          marks,
          plans.flatMap(({ days }) => days),
        )
        const days = new Map(marked.map(day => [day.id, day]))
        return {
          items: plans.map(plan => ({ ...plan, days: plan.days.map(day => days.get(day.id) ?? day) })),
          ...next,
        }
      },
    },
    { method: 'get', path: '/workshops/:id/plan', run: request => plan(request, idIn(request)) },
    {
      method: 'post',
      path: '/workshops/check',
      run: async ({ actor, body, sentence }): Promise<CheckView> => {
        const { workshop, where } = parse(checkInput, body)
        const checked = await checking.checkDraft(actor, typedDraft(workshop, zone), where)
        const { faults, draft, targets } = checked
        return {
          faults: faultViews(faults, sentence),
          ...(draft && { preview: previews.draft(draft, actor.id).preview }),
          ...(targets && { targets: targetsView(targets) }),
        }
      },
    },
    {
      method: 'post',
      path: '/workshops',
      run: async ({ actor, body }): Promise<PlannedView> => {
        const { workshop, where, nonce } = parse(announceInput, body)
        const typed = { ...typedDraft(workshop, zone), where }
        const key = formKey(actor.id, nonce, { ...workshop, where: JSON.stringify(where) })
        const made = await publishing.publish(actor, typed, [key])
        return plannedView(made, made.now)
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/change/check',
      run: async ({ actor, params, body, sentence }): Promise<ChangeCheckView> => {
        const { workshop } = parse(changeCheckInput, body)
        const { id } = parse(idParams, params)
        const { faults, preview } = await checking.checkChange(actor, id, typedDraft(workshop, zone))
        if (!preview) return { faults: faultViews(faults, sentence) }
        const { before, after, told, untold } = preview
        const moved = after.revision === before.revision ? 'nothing' : after.moved
        return { faults: [], moved, told: exact('seats', told), untold: exact('seats', untold) }
      },
    },
    {
      method: 'put',
      path: '/workshops/:id',
      run: async request => {
        const { workshop, nonce } = parse(changeInput, request.body)
        const id = idIn(request)
        const keys = [formKey(request.actor.id, nonce, { ...workshop, workshop: id })]
        await changes.change(request.actor, id, typedDraft(workshop, zone), keys)
        return plan(request, id)
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/call-off',
      run: async request => {
        const { off, reason } = parse(callOffInput, request.body)
        await callOffs.callOff(request.actor, idIn(request), off, reason)
        return plan(request, idIn(request))
      },
    },
    ...ownRulesRoutes(parts, plan),
  ]
}
