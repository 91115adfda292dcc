import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import type { CardPreview } from '../../../tabs/contract/bot-card.ts'
import {
  type BoxChoices,
  type BoxView,
  boxInput,
  boxQuestionInput,
} from '../../../tabs/contract/ideas/boxes.ts'
import { type Channel, whereOf } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoxKind } from './domain.ts'
import type { BoxUsecases } from './usecases.ts'

const nameOf = ({ id, name, teamName }: Channel) => ({ id, name, team: teamName })

/** A question put to channels, whose answers become ideas. */
export function boxRoutes(
  boxes: Pick<BoxUsecases, 'boxChannels' | 'previewBox' | 'openBox' | 'boxPlaces' | 'takesQuestions'>,
  { directions }: Pick<Programme, 'directions'>,
  previewOf: (question: string, kind: BoxKind) => CardPreview,
): ApiRoute[] {
  return [
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
