import { exact } from '../../kernel/counts.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { idParams, type Page, pageQuery } from '../../tabs/contract/common.ts'
import { answerInput, type WorkshopView } from '../../tabs/contract/workshops.ts'
import { isToCome, seatsLeft, type WorkshopSeen } from './domain.ts'
import type { WorkshopUsecases } from './usecases.ts'

const PAGE = 20

/** `calendar`: address of its calendar file. */
export function viewOf(workshop: WorkshopSeen, calendar: string): WorkshopView {
  const { id, title, description, axis, startsAt, endsAt, place, link, capacity, mine, series } = workshop
  const { rank, offeredUntil, opensAt, now, table, facilitates, harvests } = workshop
  // Nobody is shown a draft here.
  const stage = workshop.stage === 'draft' ? 'announced' : workshop.stage
  return {
    id,
    title,
    ...(description !== '' && { description }),
    axis,
    startsAt,
    endsAt,
    ...(place !== '' && { place }),
    ...(link !== '' && { link }),
    capacity,
    seatsLeft: exact('seats', seatsLeft(workshop)),
    stage,
    over: !isToCome(stage),
    calendar,
    ...(mine !== undefined && { mine }),
    ...(rank !== undefined && { rank }),
    ...(offeredUntil !== undefined && { offeredUntil }),
    ...(opensAt !== null && opensAt > now && { opensAt }),
    ...(series !== '' && { series }),
    ...(workshop.inSeries && { seriesTitle: workshop.inSeries.title }),
    ...(table !== undefined && { table }),
    ...(facilitates && { facilitates }),
    ...(harvests && { harvests }),
  }
}

type Parts = {
  readonly workshops: WorkshopUsecases
  readonly calendarOf: (workshop: string) => string
}

export function workshopRoutes({ workshops, calendarOf }: Parts): ApiRoute[] {
  const view = (workshop: WorkshopSeen) => viewOf(workshop, calendarOf(workshop.id))
  return [
    {
      method: 'get',
      path: '/workshops',
      run: async ({ actor, query }): Promise<Page<WorkshopView>> => {
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await workshops.agenda(actor, PAGE, after)
        return { items: items.map(view), ...next }
      },
    },
    {
      method: 'get',
      path: '/workshops/:id',
      run: async ({ actor, params }) => view(await workshops.show(actor, parse(idParams, params).id)),
    },
    {
      method: 'put',
      path: '/workshops/:id/answer',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { answer, orWait = false, asks = false } = parse(answerInput, body)
        return view(await workshops.answer(actor, id, answer, { orWait, asks }))
      },
    },
  ]
}
