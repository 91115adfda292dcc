import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import {
  modelInput,
  orderInput,
  type RunningOrderItem,
  type RunningOrderModelView,
  type RunningOrderView,
} from '../../../tabs/contract/room/remote.ts'
import type { OrderItem, OrderModel } from './domain.ts'
import type { OrderUsecases, PlannedOrder } from './usecases.ts'

const MODELS = 20

function itemOf({ id, scene, words, minutes, axis }: RunningOrderItem): OrderItem {
  return {
    id,
    scene,
    words,
    ...(minutes !== undefined && { minutes }),
    ...(axis !== undefined && { axis }),
  }
}

function modelView({ id, name, items }: OrderModel): RunningOrderModelView {
  return { id, name, items: [...items] }
}

/** `standing`: where the room is in what was just written. */
type Parts = {
  readonly orders: OrderUsecases
  readonly standing: (
    workshop: string,
    order: PlannedOrder,
  ) => Promise<{ readonly at?: string; readonly next?: string }>
}

export function orderRoutes({ orders, standing }: Parts): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/workshops/:id/running-order',
      run: async ({ actor, params, body }): Promise<RunningOrderView> => {
        const { id } = parse(idParams, params)
        const { version, items } = parse(orderInput, body)
        const order = await orders.write(actor, id, version, items.map(itemOf))
        return { ...order, ...(await standing(id, order)) }
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/running-order/models',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        return modelView(await orders.keepModel(actor, id, parse(modelInput, body).name))
      },
    },
    {
      method: 'get',
      path: '/running-order/models',
      run: async ({ actor, query }): Promise<Page<RunningOrderModelView>> => {
        const { items, ...next } = await orders.models(actor, MODELS, parse(pageQuery, query).after)
        return { items: items.map(modelView), ...next }
      },
    },
    {
      method: 'del',
      path: '/running-order/models/:id',
      run: async ({ actor, params }) => {
        await orders.removeModel(actor, parse(idParams, params).id)
        return {}
      },
    },
  ]
}
