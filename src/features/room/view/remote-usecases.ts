import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import type { ShownScreen } from '../pairing/domain.ts'
import { placeIn } from '../running-order/domain.ts'
import type { OrderUsecases, PlannedOrder } from '../running-order/usecases.ts'
import type { LeadingUsecases } from '../scene/leading-usecases.ts'
import type { SceneUsecases } from '../scene/usecases.ts'
import type { RoomNow } from './domain.ts'

type Parts = {
  readonly read: Transact
  readonly leading: Pick<LeadingUsecases, 'requireLed'>
  readonly scenes: Pick<SceneUsecases, 'stateOf'>
  readonly orders: Pick<OrderUsecases, 'orderOf'>
  readonly roomFor: (workshop: string) => Promise<RoomNow>
  readonly screensOf: (workshop: string) => Promise<readonly ShownScreen[]>
}

/** What a remote draws: the room, what comes next, the screens that show it. */
export type RemoteNow = {
  readonly room: RoomNow
  readonly order: PlannedOrder & { readonly at?: string; readonly next?: string }
  readonly screens: readonly ShownScreen[]
  readonly options: {
    readonly names: boolean
    readonly frozen: boolean
    readonly reviewed: boolean
    readonly axis?: string
  }
}

export type RemoteUsecases = ReturnType<typeof remoteUsecases>

export function remoteUsecases({ read, leading, scenes, orders, roomFor, screensOf }: Parts) {
  return {
    /** @throws Refusal `gone`, `role-needed`, `room-not-led`, `room-table-only` */
    async show(actor: Actor, id: string): Promise<RemoteNow> {
      const { state, order } = await read(async tx => {
        const workshop = await leading.requireLed(tx, actor, id)
        return {
          state: await scenes.stateOf(tx, id),
          order: await orders.orderOf(tx, workshop),
        }
      })
      const { names, frozen, reviewed, axis } = state
      return {
        room: await roomFor(id),
        order: { ...order, ...placeIn(order.items, state) },
        screens: await screensOf(id),
        options: { names, frozen, reviewed, ...(axis !== '' && { axis }) },
      }
    },
  }
}
