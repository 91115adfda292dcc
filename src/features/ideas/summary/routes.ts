import type { WorkbookSheet } from '../../../files/workbook.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { CardPreview } from '../../../tabs/contract/bot-card.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import {
  type SummaryView,
  summaryFileInput,
  summaryInput,
  summaryPreviewInput,
} from '../../../tabs/contract/workshops/summaries.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { announcedAs, nextText, type SummarySeen } from './domain.ts'
import { fileOf } from './file.ts'
import type { SummaryUsecases } from './usecases.ts'
import { summaryView } from './view-routes.ts'

type Parts = {
  readonly summaries: Pick<SummaryUsecases, 'readSummary' | 'summary' | 'publishSummary' | 'exportedSummary'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly programme: Pick<Programme, 'direction'>
  readonly zone: string
  readonly previewOf: (seen: SummarySeen, next: string) => CardPreview
  readonly sheetsOf: (seen: SummarySeen, language: Language) => readonly WorkbookSheet[]
}

const idIn = ({ params }: Pick<ApiRequest, 'params'>) => parse(idParams, params).id

/** Reading, publishing and correcting the summary of a workshop. */
export function summaryRoutes(parts: Parts): ApiRoute[] {
  const { summaries, channels, programme, zone, previewOf, sheetsOf } = parts

  async function view(seen: SummarySeen): Promise<SummaryView> {
    const places = seen.summary ? await channels.announced(announcedAs(seen.workshop)) : []
    return summaryView(programme, seen, places.length)
  }

  async function preview(actor: Actor, id: string, sequel: string): Promise<CardPreview> {
    return previewOf(await summaries.summary(actor, id), nextText(sequel))
  }

  return [
    {
      method: 'get',
      path: '/workshops/:id/published-summary',
      run: async request => view(await summaries.readSummary(request.actor, idIn(request))),
    },
    {
      method: 'get',
      path: '/workshops/:id/summary',
      run: async request => view(await summaries.summary(request.actor, idIn(request))),
    },
    {
      method: 'post',
      path: '/workshops/:id/summary/preview',
      run: request => preview(request.actor, idIn(request), parse(summaryPreviewInput, request.body).sequel),
    },
    {
      method: 'put',
      path: '/workshops/:id/summary',
      run: async request => {
        const workshop = idIn(request)
        const { sequel: next, turn } = parse(summaryInput, request.body)
        return view(await summaries.publishSummary(request.actor, { workshop, next, turn }))
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/summary/file',
      run: async ({ actor, params, body }) => {
        const { format } = parse(summaryFileInput, body)
        const seen = await summaries.exportedSummary(actor, idIn({ params }))
        const { startsAt, id } = seen.workshop
        return fileOf(format, `${dateIn(startsAt, zone)}-${id}`, sheetsOf(seen, actor.language))
      },
    },
  ]
}
