import type { WorkbookSheet } from '../../../files/workbook.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import {
  type SeriesSummaryView,
  type SummaryDayView,
  summaryFileInput,
} from '../../../tabs/contract/workshops/summaries.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import { fileOf } from '../summary/file.ts'
import { axisViews, stepView, topView, voteView } from '../summary/view-routes.ts'
import { SERIES_SUMMARY_PERMISSIONS, type SeriesSummary, type SummaryDay } from './domain.ts'
import type { SeriesSummaryUsecases } from './usecases.ts'

type Parts = {
  readonly seriesSummaries: Pick<SeriesSummaryUsecases, 'readSeries' | 'postSeries' | 'exportSeries'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly clock: Clock
  readonly zone: string
  readonly sheetsOf: (series: SeriesSummary, language: Language) => readonly WorkbookSheet[]
}

function dayView({ id, title, startsAt, state, present, ideas, next }: SummaryDay): SummaryDayView {
  return {
    id,
    title,
    startsAt,
    state,
    ...(present !== undefined && { present: exact('present', present) }),
    ...(ideas !== undefined && { ideas: exact('ideas', ideas) }),
    ...(next !== undefined && { sequel: next }),
  }
}

function viewOf(series: SeriesSummary, channels: number, mayPost: boolean): SeriesSummaryView {
  const { id, title, people, registered, tally, stepTally, postedAt } = series
  return {
    id,
    title,
    ...(people && {
      people: { distinct: exact('present', people.distinct), present: exact('present', people.present) },
    }),
    registered: exact('seats', registered),
    days: series.days.map(dayView),
    count: exact('ideas', tally.count),
    answered: exact('ideas', tally.answered),
    axes: axisViews(tally.axes),
    top: topView(series.top),
    votes: series.votes.map(voteView),
    steps: series.steps.map(stepView),
    kept: stepTally.kept,
    late: stepTally.late,
    promised: stepTally.promised,
    ...(postedAt !== undefined && { postedAt }),
    channels,
    ...(mayPost && { mayPost: true as const }),
  }
}

const idIn = ({ params }: Pick<ApiRequest, 'params'>) => parse(idParams, params).id

/** The summary of a series: read by everybody, posted by those in charge. */
export function seriesSummaryRoutes(parts: Parts): ApiRoute[] {
  const { seriesSummaries, channels, clock, zone, sheetsOf } = parts

  async function view({ role }: Actor, series: SeriesSummary): Promise<SeriesSummaryView> {
    const places = await channels.announced({ thing: 'series', id: series.id })
    return viewOf(series, places.length, may(SERIES_SUMMARY_PERMISSIONS.post, role))
  }

  return [
    {
      method: 'get',
      path: '/series/:id/summary',
      run: async ({ actor, params }) =>
        view(actor, await seriesSummaries.readSeries(actor, idIn({ params }))),
    },
    {
      method: 'post',
      path: '/series/:id/summary',
      run: async ({ actor, params }) =>
        view(actor, await seriesSummaries.postSeries(actor, idIn({ params }))),
    },
    {
      method: 'post',
      path: '/series/:id/summary/file',
      run: async ({ actor, params, body }) => {
        const { format } = parse(summaryFileInput, body)
        const series = await seriesSummaries.exportSeries(actor, idIn({ params }))
        const name = `${dateIn(clock.now(), zone)}-${series.id}`
        return fileOf(format, name, sheetsOf(series, actor.language))
      },
    },
  ]
}
