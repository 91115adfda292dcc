import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import type { CardPreview } from '../../../tabs/contract/bot-card.ts'
import {
  type BoxChoices,
  type BoxRowView,
  type BoxView,
  boxClosingInput,
  boxInput,
  boxQuestionInput,
} from '../../../tabs/contract/ideas/boxes.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import { type Channel, whereOf } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoxKind } from './domain.ts'
import type { BoxUsecases, ListedBox } from './usecases.ts'

const nameOf = ({ id, name, teamName }: Channel) => ({ id, name, team: teamName })

/** Boxes of one page. */
const PAGE = 20

function rowOf({ id, question, kind, at, closedAt, ideas, answered }: ListedBox): BoxRowView {
  const counts = { ideas: exact('ideas', ideas), answered: exact('ideas', answered) }
  return { id, question, kind, at, ...(closedAt !== undefined && { closedAt }), ...counts }
}

/** A question put to channels, whose answers become ideas. */
export function boxRoutes(
  boxes: Omit<BoxUsecases, 'box'>,
  { directions }: Pick<Programme, 'directions'>,
  previewOf: (question: string, kind: BoxKind) => CardPreview,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/idea-boxes',
      run: async ({ actor, query }): Promise<Page<BoxRowView>> => {
        const { items, ...next } = await boxes.listBoxes(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(rowOf), ...next }
      },
    },
    {
      method: 'put',
      path: '/idea-boxes/:id/closed',
      run: async ({ actor, params, body }): Promise<BoxRowView> =>
        rowOf(await boxes.closeBox(actor, parse(idParams, params).id, parse(boxClosingInput, body).closed)),
    },
    {
      method: 'get',
      path: '/idea-boxes/choices',
      run: async ({ actor }): Promise<BoxChoices> => ({
        channels: (await boxes.boxChannels(actor)).map(nameOf),
        takesQuestions: boxes.takesQuestions(),
      }),
    },
    {
      method: 'post',
      path: '/idea-boxes/preview',
      run: async ({ actor, body }): Promise<CardPreview> => {
        const { question, kind } = parse(boxQuestionInput, body)
        return previewOf(boxes.previewBox(actor, question), kind)
      },
    },
    {
      method: 'post',
      path: '/idea-boxes',
      run: async ({ actor, body }): Promise<BoxView> => {
        const { nonce, ...typed } = parse(boxInput, body)
        const where = whereOf(typed)
        const key = formKey(actor.id, nonce, typed)
        const { id, question } = await boxes.openBox(
          actor,
          { question: typed.question, kind: typed.kind, where },
          [key],
        )
        const { places, unbound, shut } = await boxes.boxPlaces(id, where)
        const named = unbound.map(each => directions.find(known => known.id === each)?.name ?? each)
        return { id, question, places: places.map(nameOf), unbound: named, shut: shut.map(nameOf) }
      },
    },
  ]
}
