import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { ShownTableUsecases, Workshop } from '../../workshops/index.ts'
import type { LeadingUsecases } from '../scene/leading-usecases.ts'
import type { SceneUsecases } from '../scene/usecases.ts'
import {
  checkPlanned,
  lastLeft,
  MOST_MODELS,
  modelName,
  ORDER_PERMISSIONS,
  type OrderItem,
  type OrderModel,
  orderItems,
  type RunningOrder,
  suggestedItems,
} from './domain.ts'

export type OrderStore = {
  readonly find: (workshop: string) => Promise<RunningOrder | undefined>
  /** Like `find`, locked until the transaction ends. */
  readonly lock: (workshop: string) => Promise<RunningOrder | undefined>
  /** Keeps an empty row of version 0, unless there is one. */
  readonly add: (workshop: string) => Promise<void>
  readonly put: (workshop: string, order: RunningOrder) => Promise<void>
  /** The last kept first. */
  readonly models: (limit: number, after?: Cursor) => Promise<readonly OrderModel[]>
  readonly modelNamed: (key: string) => Promise<OrderModel | undefined>
  /** Replaces the one of that name, under the id that it has. */
  readonly putModel: (model: OrderModel, key: string) => Promise<void>
  readonly removeModel: (id: string) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => OrderStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly ids: Ids
  readonly leading: Pick<LeadingUsecases, 'requireLed'>
  readonly goOnFrom: SceneUsecases['goOnFrom']
  readonly tables: Pick<ShownTableUsecases, 'shownTables'>
  readonly programme: Pick<Programme, 'axis'>
  /** In the programme's language, until somebody writes their own. */
  readonly question: () => string
}

/** An order with whether nobody wrote it yet. */
export type PlannedOrder = RunningOrder & { readonly proposed?: true }

export type OrderUsecases = ReturnType<typeof orderUsecases>

/** What is to be shown, in which order: written before the day, and kept for others. */
export function orderUsecases(parts: Parts) {
  const { store, transact, read, clock, ids, leading, goOnFrom, tables, programme } = parts
  const { question } = parts

  /** An axis that a method file took out since is left out. */
  function withKnownAxes(items: readonly OrderItem[]): readonly OrderItem[] {
    return items.map(({ axis, ...item }) =>
      axis !== undefined && programme.axis(axis) ? { ...item, axis } : item,
    )
  }

  /** The order that was written, or else what the workshop's hours suggest. */
  async function orderOf(tx: Tx, workshop: Workshop): Promise<PlannedOrder> {
    const written = await store(tx).find(workshop.id)
    if (written && written.version > 0)
      return { version: written.version, items: withKnownAxes(written.items) }
    const shown = (await tables.shownTables(tx, workshop.id)) !== undefined
    const items = suggestedItems(workshop, { question: question(), tables: shown })
    return { version: 0, items, proposed: true }
  }

  async function locked(tx: Tx, workshop: string): Promise<RunningOrder> {
    const found = await store(tx).lock(workshop)
    if (found) return found
    await store(tx).add(workshop)
    return (await store(tx).lock(workshop)) ?? { version: 0, items: [] }
  }

  async function requirePlanned(tx: Tx, actor: Actor, id: string): Promise<Workshop> {
    const workshop = await leading.requireLed(tx, actor, id, ORDER_PERMISSIONS.plan)
    checkPlanned(workshop, { now: clock.now(), drafts: actor.role === 'organiser' })
    return workshop
  }

  function checkAxes(items: readonly OrderItem[]): void {
    if (items.some(({ axis }) => axis !== undefined && !programme.axis(axis)))
      throw new Refusal('axis-missing')
  }

  return {
    orderOf,

    /**
     * Writes it whole. `seen`: the version that was read.
     * @throws Refusal `gone`, `role-needed`, `room-not-led`, `room-table-only`, `attendance-cancelled`, `room-over`,
     * `too-long`, `axis-missing`, `malformed`, `room-moved`
     */
    write(actor: Actor, id: string, seen: number, typed: readonly OrderItem[]): Promise<RunningOrder> {
      return transact(async tx => {
        await requirePlanned(tx, actor, id)
        const items = orderItems(typed)
        checkAxes(items)
        const before = await locked(tx, id)
        if (before.version > 0 && JSON.stringify(before.items) === JSON.stringify(items)) return before
        if (before.version > seen) throw new Refusal('room-moved')
        const after = { version: before.version + 1, items }
        await store(tx).put(id, after)
        await goOnFrom(tx, id, shown => lastLeft(shown, before.items, items))
        return after
      })
    },

    /**
     * Keeps the order under a name; the one of that name is replaced.
     * @throws Refusal `role-needed`, `gone`, `empty-text`, `too-long`, `models-many`
     */
    keepModel(actor: Actor, id: string, typed: string): Promise<OrderModel> {
      permit(ORDER_PERMISSIONS.keepModel, actor.role)
      return transact(async tx => {
        const workshop = await leading.requireLed(tx, actor, id, ORDER_PERMISSIONS.plan)
        const { name, key } = modelName(typed)
        const { items } = await orderOf(tx, workshop)
        const before = await store(tx).modelNamed(key)
        const many = await store(tx).models(MOST_MODELS)
        if (!before && many.length >= MOST_MODELS) throw new Refusal('models-many', { max: MOST_MODELS })
        const model = { id: before?.id ?? ids.next(), name, items, at: clock.now() }
        await store(tx).putModel(model, key)
        return model
      })
    },

    /** The last kept first. `after`: what the page before gave as `next`. @throws Refusal `role-needed`, `malformed` */
    async models(actor: Actor, limit: number, after?: string) {
      permit(ORDER_PERMISSIONS.readModels, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const { items, ...next } = pageOf(await read(tx => store(tx).models(limit + 1, from)), limit)
      return { items: items.map(model => ({ ...model, items: withKnownAxes(model.items) })), ...next }
    },

    /** @throws Refusal `role-needed` */
    async removeModel(actor: Actor, id: string): Promise<void> {
      permit(ORDER_PERMISSIONS.keepModel, actor.role)
      await transact(tx => store(tx).removeModel(id))
    },
  }
}
