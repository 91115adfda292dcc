import type { Actor } from '../../../kernel/access/actor.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../tabs/contract/workshops/workshops.ts'
import { isToCome, seatsLeft, type WorkshopSeen } from '../workshop/domain.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import type { AgendaUsecases } from './agenda-usecases.ts'
import type { Marks } from './outcomes.ts'

const PAGE = 20

/** `calendar`: address of its calendar file. */
export function viewOf(workshop: WorkshopSeen, calendar: string): WorkshopView {
  const { id, title, description, axis, startsAt, endsAt, place, link, capacity, mine, series } = workshop
  const { rank, free, offeredUntil, opensAt, reminded, now, table, facilitates, harvests } = workshop
  // Drafts never reach this view; the contract has no such stage.
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
    ...(free && { free }),
    ...(offeredUntil !== undefined && { offeredUntil }),
    ...(opensAt !== null && opensAt > now && { opensAt }),
    ...(reminded && { reminded }),
    ...(series !== '' && { series }),
    ...(workshop.inSeries && { seriesTitle: workshop.inSeries.title }),
    ...(table !== undefined && { table }),
    ...(facilitates && { facilitates }),
    ...(harvests && { harvests }),
  }
}

/** What the views of one person's workshops need. */
export type OwnViewParts = {
  readonly calendarOf: (workshop: string) => string
  /** Lazy: built after workshops. */
  readonly marks: () => Pick<Marks, 'cameTo' | 'summarisedAmong'>
}

/** Adds check-in to workshops of the last and next day, and summaries to those that are over. */
export async function ownViews(
  { calendarOf, marks }: OwnViewParts,
  { id }: Pick<Actor, 'id'>,
  seen: readonly WorkshopSeen[],
): Promise<WorkshopView[]> {
  const near = seen.filter(({ startsAt, now }) => startsAt - now < DAY).map(one => one.id)
  const over = seen.filter(({ stage }) => stage === 'over').map(one => one.id)
  const [came, summed] = await Promise.all([marks().cameTo(id, near), marks().summarisedAmong(over)])
  return seen.map(one => ({
    ...viewOf(one, calendarOf(one.id)),
    ...(came.has(one.id) && { came: true }),
    ...(summed.has(one.id) && { summary: true }),
  }))
}

type Parts = Pick<OwnViewParts, 'calendarOf'> & {
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly agenda: AgendaUsecases['agenda']
  readonly marks: () => Marks
}

/** A person's own workshops. */
export function personalViewRoutes(parts: Parts): ApiRoute[] {
  const { workshops, agenda, marks } = parts
  return [
    {
      method: 'get',
      path: '/workshops',
      run: async ({ actor, query }): Promise<Page<WorkshopView>> => {
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await agenda(actor, PAGE, after, await marks().visitedBy(actor.id))
        return { items: await ownViews(parts, actor, items), ...next }
      },
    },
    {
      method: 'get',
      path: '/workshops/:id',
      run: async ({ actor, params }) => {
        const seen = await workshops.show(actor, parse(idParams, params).id)
        return (await ownViews(parts, actor, [seen]))[0]
      },
    },
  ]
}
