import type { Refusal } from '../../../kernel/errors/refusal.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import {
  type HarvestedView,
  type HarvestFileView,
  type HarvestView,
  harvestFileInput,
  harvestInput,
  harvestQuery,
  type LineView,
  type UndoneView,
  undoHarvestInput,
  workshopIdeaInput,
} from '../../../tabs/contract/ideas/harvest.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { type IdeaSeen, UNDO_TIME } from '../idea/domain.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { CollectingUsecases } from './collecting-usecases.ts'
import type { Harvested } from './domain.ts'
import type { Harvest, HarvestReadingUsecases } from './reading-usecases.ts'
import type { HarvestUsecases } from './usecases.ts'

function lineView(line: Harvested, sentence: (refusal: Refusal) => string): LineView {
  if (line.state !== 'refused') return line
  const { key, state, refusal } = line
  return { key, state, code: refusal.code, title: sentence(refusal) }
}

function harvestedView({ id, text, axis, authorName, at }: IdeaSeen, key?: string): HarvestedView {
  const known = { id, text, ...(axis !== undefined && { axis }), author: authorName, at }
  return key === undefined ? known : { ...known, key, undoUntil: at + UNDO_TIME }
}

function harvestView({ workshop, until, count, items, mine }: Harvest, person: string): HarvestView {
  const { id, title, axis, startsAt, endsAt } = workshop
  return {
    id,
    me: fingerprint('harvest', person),
    title,
    axis,
    startsAt,
    endsAt,
    harvestUntil: until,
    count: exact('shared', count),
    items: items.map(idea => harvestedView(idea, mine.get(idea.id))),
  }
}

type Parts = {
  readonly collecting: Pick<CollectingUsecases, 'collect'>
  readonly harvestReading: Pick<HarvestReadingUsecases, 'harvestOf' | 'harvesting' | 'readHarvest'>
  readonly harvests: Pick<HarvestUsecases, 'harvest' | 'undoHarvest'>
}

export function harvestRoutes({ collecting, harvestReading, harvests }: Parts): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/workshops/:id/ideas',
      run: async ({ actor, params, body }) => {
        const { nonce, unnamed, ...words } = parse(workshopIdeaInput, body)
        const { id: workshop } = parse(idParams, params)
        const said = { ...words, workshop, ...(unnamed !== undefined && { unnamed }) }
        return viewOf(await collecting.collect(actor, said, [formKey(actor.id, nonce, said)]))
      },
    },
    {
      method: 'get',
      path: '/workshops/:id/harvest',
      run: async ({ actor, params, query }) => {
        const { table } = parse(harvestQuery, query)
        return harvestView(await harvestReading.harvestOf(actor, parse(idParams, params).id, table), actor.id)
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/harvest',
      run: async ({ actor, params, body, sentence }) => {
        const { lines } = parse(harvestInput, body)
        const kept = await harvests.harvest(actor, parse(idParams, params).id, lines)
        return { items: kept.map(line => lineView(line, sentence)) }
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/harvest/file',
      large: {
        most: 1_500_000,
        ask: ({ actor, params }) => harvestReading.harvesting(actor, parse(idParams, params).id),
      },
      run: async ({ actor, params, body, sentence }): Promise<HarvestFileView> => {
        const { file, ...presets } = parse(harvestFileInput, body)
        const bytes = Buffer.from(file, 'base64')
        const { lines, faults } = await harvestReading.readHarvest(
          actor,
          parse(idParams, params).id,
          bytes,
          presets,
        )
        return {
          lines: lines.map(({ line: _, ...typed }) => typed),
          faults: faults.map(({ line, text, refusal }) => ({ line, text, title: sentence(refusal) })),
        }
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/harvest/undo',
      run: async ({ actor, params, body, sentence }) => {
        const { keys } = parse(undoHarvestInput, body)
        const done = await harvests.undoHarvest(actor, parse(idParams, params).id, keys)
        const items = done.map(
          ({ key, refusal }): UndoneView => ({
            key,
            ...(refusal && { code: refusal.code, title: sentence(refusal) }),
          }),
        )
        return { items }
      },
    },
  ]
}
