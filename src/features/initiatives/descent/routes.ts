import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  type DescendantView,
  type DescentView,
  descentQuery,
  type InitiativeDirections,
} from '../../../tabs/contract/initiatives/initiatives.ts'
import { idOf } from '../initiative/view-routes.ts'
import type { DirectionRow, InspiredIdea, TakenUp } from './domain.ts'
import type { DescentUsecases } from './usecases.ts'

const PAGE = 24

function viewOf({ id, title, direction, phase, trial }: InspiredIdea & Partial<TakenUp>): DescendantView {
  return {
    id,
    title,
    ...(direction !== undefined && { direction }),
    ...(phase !== undefined && { phase }),
    ...(trial !== undefined && { trial }),
  }
}

function rowView({
  direction,
  tries,
  generalised,
  taken,
}: DirectionRow): InitiativeDirections['rows'][number] {
  return {
    direction,
    ...(tries && { tries }),
    ...(generalised && { generalised }),
    ...(taken && {
      taken: {
        id: taken.id,
        title: taken.title,
        phase: taken.phase,
        ...(taken.trial !== undefined && { trial: taken.trial }),
      },
    }),
    ...(taken?.more && { more: true as const }),
  }
}

export function descentRoutes({
  descent,
  directions,
}: Pick<DescentUsecases, 'descent' | 'directions'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/initiatives/:id/descent',
      run: async (asked): Promise<DescentView> => {
        const { of, after } = parse(descentQuery, asked.query)
        const { items, next, from } = await descent(asked.actor, idOf(asked), of, PAGE, after)
        return {
          items: items.map(viewOf),
          ...(next !== undefined && { next }),
          ...(from && { from: { id: from.id, title: from.title } }),
        }
      },
    },
    {
      method: 'get',
      path: '/initiatives/:id/directions',
      run: async (asked): Promise<InitiativeDirections> => {
        const { rows, others } = await directions(asked.actor, idOf(asked))
        return { rows: rows.map(rowView), others }
      },
    },
  ]
}
