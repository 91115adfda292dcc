import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import type { CardPreview } from '../../../tabs/contract/bot-card.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import {
  cancelInput,
  quotasInput,
  rulesInput,
  type SeriesView,
} from '../../../tabs/contract/workshops/planning.ts'
import {
  dayChange,
  dayInput,
  type GoneView,
  type SeriesCheckView,
  seriesAnnounceInput,
  seriesChange,
  seriesCheckInput,
  seriesInput,
} from '../../../tabs/contract/workshops/series.ts'
import type { SeriesAnnounceUsecases } from '../announcements/series-usecases.ts'
import type { CallOffUsecases } from '../cancellation/usecases.ts'
import type { DayUsecases } from '../series/day-usecases.ts'
import type { SeriesSeen } from '../series/domain.ts'
import { typedQuotas, typedRules } from '../series/seat-rules-routes.ts'
import type { SeatRulesUsecases } from '../series/seat-rules-usecases.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import { typedDraft, weekly } from '../workshop/form.ts'
import { markSummaries, type SummaryMarks } from './summary-mark-routes.ts'
import type { OversightUsecases } from './usecases.ts'
import { faultViews, type PlanViewContext, seriesView, targetsView } from './view-routes.ts'

type Parts = PlanViewContext & {
  readonly oversight: Pick<OversightUsecases, 'seriesPlan'>
  readonly previews: { readonly series: (series: SeriesSeen) => { readonly preview: CardPreview } }
  readonly series: Pick<SeriesUsecases, 'begin' | 'reword' | 'remove'>
  readonly days: Pick<DayUsecases, 'addDays' | 'changeDay' | 'removeDay'>
  readonly rules: Pick<SeatRulesUsecases, 'rule' | 'share'>
  readonly announcing: SeriesAnnounceUsecases
  readonly marks: SummaryMarks
  readonly callOffs: Pick<CallOffUsecases, 'cancelSeries'>
}

const idIn = ({ params }: ApiRequest) => parse(idParams, params).id

/** Planning of series and their days, for those in charge. */
export function seriesRoutes(parts: Parts): ApiRoute[] {
  const { oversight, series, days, rules, announcing, callOffs, previews, marks, zone } = parts

  async function view(actor: Actor, id: string): Promise<SeriesView> {
    const seen = seriesView(await oversight.seriesPlan(actor, id), parts)
    return { ...seen, days: await markSummaries(marks, seen.days) }
  }

  /** Route of an act on a series, which answers its view after the act. */
  const act = (
    method: 'post' | 'put',
    path: string,
    run: (id: string, request: ApiRequest) => Promise<unknown>,
  ): ApiRoute => ({
    method,
    path: `/series/:id${path}`,
    run: async request => {
      await run(idIn(request), request)
      return view(request.actor, idIn(request))
    },
  })

  return [
    {
      method: 'post',
      path: '/series',
      run: async ({ actor, body }): Promise<SeriesView> => {
        const { nonce, ...typed } = parse(seriesInput, body)
        return view(actor, await series.begin(actor, typed, [formKey(actor.id, nonce, typed)]))
      },
    },
    { method: 'get', path: '/series/:id', run: request => view(request.actor, idIn(request)) },
    act('put', '', (id, { actor, body }) => series.reword(actor, id, parse(seriesChange, body))),
    {
      method: 'post',
      path: '/series/:id/remove',
      run: async (request): Promise<GoneView> => {
        await series.remove(request.actor, idIn(request))
        return { gone: true }
      },
    },
    act('post', '/days', (id, { actor, body }) => {
      const { nonce, workshop, count, rules: typed } = parse(dayInput, body)
      const keys = [formKey(actor.id, nonce, { ...workshop, series: id, count: `${count}` })]
      const drafts = weekly(workshop, count).map(each => typedDraft(each, zone))
      return days.addDays(actor, id, drafts, keys, typed && typedRules(typed, zone))
    }),
    {
      method: 'put',
      path: '/days/:id',
      run: async ({ actor, params, body }): Promise<SeriesView> => {
        const { workshop } = parse(dayChange, body)
        const { id } = parse(idParams, params)
        return view(actor, (await days.changeDay(actor, id, typedDraft(workshop, zone))).series)
      },
    },
    {
      method: 'post',
      path: '/days/:id/remove',
      run: async ({ actor, params }): Promise<SeriesView> =>
        view(actor, (await days.removeDay(actor, parse(idParams, params).id)).series),
    },
    act('put', '/rules', (id, { actor, body }) => {
      return rules.rule(actor, id, typedRules(parse(rulesInput, body), zone))
    }),
    act('put', '/quotas', (id, { actor, body }) => {
      const typed = parse(quotasInput, body)
      return rules.share(actor, id, typed.days, typedQuotas(typed))
    }),
    {
      method: 'post',
      path: '/series/:id/check',
      run: async ({ actor, params, body, sentence }): Promise<SeriesCheckView> => {
        const { where } = parse(seriesCheckInput, body)
        const checked = await announcing.checkAll(actor, parse(idParams, params).id, where)
        const { series: seen, targets, refusal } = checked
        const faults = refusal ? faultViews([{ field: 'where', refusal }], sentence) : []
        const { preview } = previews.series(seen)
        return { faults, preview, ...(targets && { targets: targetsView(targets) }) }
      },
    },
    act('post', '/announce', (id, { actor, body }) => {
      const { where, nonce } = parse(seriesAnnounceInput, body)
      const key = formKey(actor.id, nonce, { series: id, where: JSON.stringify(where) })
      return announcing.announce(actor, id, where, [key])
    }),
    act('post', '/call-off', (id, { actor, body }) =>
      callOffs.cancelSeries(actor, id, parse(cancelInput, body).reason),
    ),
  ]
}
