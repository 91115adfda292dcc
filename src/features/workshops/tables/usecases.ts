import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { formKey, type Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { requireFound, stageOf } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { drawTables, type Guest, lateTable, type TablePlaces, tableCount, type Wanted } from './assignment.ts'
import {
  checkDraw,
  drawnAmong,
  highestLed,
  type SeatingPlan,
  seatingOf,
  TABLE_PERMISSIONS,
  type TableDraw,
} from './domain.ts'
import type { FacilitatorStore } from './facilitator-usecases.ts'

export type TableStore = {
  readonly draw: (workshop: string) => Promise<TableDraw | undefined>
  /** Like `draw`, locked until the transaction ends. */
  readonly lock: (workshop: string) => Promise<TableDraw | undefined>
  readonly putDraw: (draw: TableDraw) => Promise<void>
  /** Stores the first time only. */
  readonly show: (workshop: string, at: number) => Promise<void>
  readonly places: (workshop: string) => Promise<TablePlaces>
  readonly placeOf: (workshop: string, person: string) => Promise<number | undefined>
  /** Replaces all assignments. */
  readonly replacePlaces: (workshop: string, places: TablePlaces) => Promise<void>
  readonly addPlace: (workshop: string, person: string, table: number) => Promise<void>
  /** Tables of the person, as facilitator or as shown to them, at workshops that end after `since` (milliseconds). */
  readonly tablesOf: (person: string, since: number) => Promise<readonly OwnTable[]>
  /** People with a seat who were assigned to the table, and whether they consented to be named. */
  readonly seatedAt: (
    workshop: string,
    table: number,
  ) => Promise<readonly { readonly id: string; readonly shown: boolean }[]>
  /** Number of people assigned to the table. */
  readonly sizeOf: (workshop: string, table: number) => Promise<number>
  /** People with a seat. */
  readonly guests: (workshop: string) => Promise<readonly Guest[]>
  /** Ids of people with an unconfirmed offer. */
  readonly offered: (workshop: string) => Promise<readonly string[]>
}

/** A table at which somebody sits. */
export type OwnTable = { readonly workshop: string; readonly table: number }

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find' | 'lock'>
  readonly tables: (tx: Tx) => TableStore
  readonly facilitators: (tx: Tx) => Pick<FacilitatorStore, 'all' | 'find'>
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
}

/** `offered`: ids of people who have not confirmed their seat; they get no table. */
export type TablePlan = {
  readonly draw?: TableDraw
  readonly seating: SeatingPlan
  readonly offered: readonly string[]
}
/** `again`: although everybody has seen their table. `nonce`: of the form. */
type DrawRequest = { readonly wanted: Wanted; readonly again: boolean; readonly nonce: string }

export type SeatingTableUsecases = ReturnType<typeof tableUsecases>

export function tableUsecases({
  store,
  tables,
  facilitators,
  transact,
  read,
  once,
  audit,
  clock,
  ids,
}: Parts) {
  async function seatingState(tx: Tx, id: string) {
    const [guests, leaders, places] = [
      await tables(tx).guests(id),
      await facilitators(tx).all(id),
      await tables(tx).places(id),
    ]
    return { guests, leaders, places }
  }

  async function planned(tx: Tx, id: string): Promise<TablePlan> {
    const draw = await tables(tx).draw(id)
    const { guests, leaders, places } = await seatingState(tx, id)
    const led = new Set(leaders.map(({ person }) => person))
    const offered = (await tables(tx).offered(id)).filter(person => !led.has(person))
    return { ...(draw && { draw }), seating: seatingOf(draw, guests, leaders, places), offered }
  }

  async function drawn(tx: Tx, actor: Actor, id: string, { wanted, again }: DrawRequest): Promise<void> {
    const workshop = requireFound(await store(tx).lock(id))
    checkDraw(stageOf(workshop, clock.now()), await tables(tx).draw(id), again)
    const { guests, leaders } = await seatingState(tx, id)
    const among = drawnAmong(guests, leaders)
    const count = tableCount(wanted, among.length, highestLed(leaders))
    const seed = ids.nonce()
    await tables(tx).putDraw({ workshop: id, seed, tables: count, at: clock.now(), by: actor.id })
    await tables(tx).replacePlaces(id, drawTables(among, count, seed))
    await audit(
      tx,
      actor,
      TABLE_PERMISSIONS.drawTables.act,
      withAmounts(id, { tables: count, people: among.length }),
    )
  }

  /** Assigns a guest without a table to the emptiest one of an existing assignment. */
  async function addLate(
    tx: Tx,
    { seed, tables: count }: TableDraw,
    id: string,
    guest: Guest,
  ): Promise<number> {
    const { guests, leaders, places } = await seatingState(tx, id)
    const here = drawnAmong(guests, leaders).filter(each => each.id !== guest.id)
    const filled = Array.from({ length: count }, (_, at) => {
      const around = here.filter(other => places.get(other.id) === at + 1)
      const ofDirection = around.filter(({ direction }) => direction === guest.direction).length
      return { number: at + 1, size: around.length, ofDirection }
    })
    const table = lateTable(filled, guest, seed)
    await tables(tx).addPlace(id, guest.id, table)
    return table
  }

  async function tableOf(tx: Tx, id: string, person: string): Promise<number | undefined> {
    const draw = await tables(tx).draw(id)
    if (draw?.shownAt === undefined) return undefined
    const leader = await facilitators(tx).find(id, person)
    return leader ? leader.table : tables(tx).placeOf(id, person)
  }

  return {
    /** @throws Refusal `role-needed`, `gone` */
    async plan(actor: Actor, id: string): Promise<TablePlan> {
      permit(TABLE_PERMISSIONS.readTables, actor.role)
      return read(async tx => {
        requireFound(await store(tx).find(id))
        return planned(tx, id)
      })
    },

    /**
     * Assigns tables to all who have a seat, replacing an earlier assignment, which is hidden again.
     * @throws Refusal `role-needed`, `gone`, and those of `checkDraw` and `tableCount`
     */
    draw(actor: Actor, id: string, asked: DrawRequest): Promise<TablePlan> {
      permit(TABLE_PERMISSIONS.drawTables, actor.role)
      const { wanted, again, nonce } = asked
      return transact(async tx => {
        const act = ids.next()
        const key = formKey(actor.id, nonce, { id, ...wanted, again })
        if ((await once(tx, [key], act)) === act) await drawn(tx, actor, id, asked)
        return planned(tx, id)
      })
    },

    /** Assigns tables to latecomers; nobody moves. @throws Refusal `role-needed`, `gone`, `tables-none` */
    seatLate(actor: Actor, id: string): Promise<TablePlan> {
      permit(TABLE_PERMISSIONS.drawTables, actor.role)
      return transact(async tx => {
        requireFound(await store(tx).lock(id))
        const draw = await tables(tx).lock(id)
        if (!draw) throw new Refusal('tables-none')
        const { guests, leaders, places } = await seatingState(tx, id)
        const late = drawnAmong(guests, leaders).filter(guest => !places.has(guest.id))
        for (const guest of late) await addLate(tx, draw, id, guest)
        const seated = withAmounts(id, { people: late.length })
        if (late.length > 0) await audit(tx, actor, TABLE_PERMISSIONS.drawTables.act, seated)
        return planned(tx, id)
      })
    },

    /** Shows everybody their own table. @throws Refusal `role-needed`, `gone`, `tables-none` */
    show(actor: Actor, id: string): Promise<TablePlan> {
      permit(TABLE_PERMISSIONS.showTables, actor.role)
      return transact(async tx => {
        requireFound(await store(tx).lock(id))
        const draw = await tables(tx).draw(id)
        if (!draw) throw new Refusal('tables-none')
        await tables(tx).show(id, clock.now())
        const shown = withAmounts(id, { tables: draw.tables })
        if (draw.shownAt === undefined) await audit(tx, actor, TABLE_PERMISSIONS.showTables.act, shown)
        return planned(tx, id)
      })
    },

    /** Table of somebody with a seat, once tables are shown; within the caller's transaction. */
    tableOf,

    /** Where the person sits, as far as anybody has told them: at most one table a workshop. */
    ownTables: (person: string, since: number): Promise<readonly OwnTable[]> =>
      read(tx => tables(tx).tablesOf(person, since)),

    /** Number of people at a table, once tables are shown; undefined while nobody knows who sits there. */
    sizeOfTable: (id: string, table: number): Promise<number | undefined> =>
      read(async tx => {
        const draw = await tables(tx).draw(id)
        if (draw?.shownAt === undefined || table > draw.tables) return undefined
        const led = (await facilitators(tx).all(id)).filter(leader => leader.table === table)
        return (await tables(tx).sizeOf(id, table)) + led.length
      }),

    /**
     * Table of somebody who checks in, within that transaction: assigned now if they have a seat and none, shown or
     * not.
     */
    async sit(tx: Tx, id: string, person: string): Promise<number | undefined> {
      const draw = await tables(tx).lock(id)
      if (!draw) return undefined
      const placed = (await tables(tx).placeOf(id, person)) ?? (await facilitators(tx).find(id, person))
      const late =
        placed === undefined ? (await tables(tx).guests(id)).find(guest => guest.id === person) : undefined
      if (late) await addLate(tx, draw, id, late)
      return tableOf(tx, id, person)
    },
  }
}
