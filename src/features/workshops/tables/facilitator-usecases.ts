import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import { SEAT_PERMISSIONS } from '../seats/domain.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { isAhead, requireFound, stageOf } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { TABLES_LIMIT } from './assignment.ts'
import type { Leader, TableDraw } from './domain.ts'
import { TABLE_PERMISSIONS } from './domain.ts'

export type FacilitatorStore = {
  /** Facilitators, sorted by person. */
  readonly all: (workshop: string) => Promise<readonly Leader[]>
  readonly find: (workshop: string, person: string) => Promise<Leader | undefined>
  /** By workshop, those of `workshops` that the person facilitates. */
  readonly led: (
    person: string,
    workshops: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<Leader, 'table'>>>
  readonly put: (workshop: string, leader: Leader) => Promise<void>
  readonly remove: (workshop: string, person: string) => Promise<void>
}

/** Limit: one for each table, and as many who move between tables. */
const FACILITATORS_LIMIT = 2 * TABLES_LIMIT

export type NamedLeader = Leader & { readonly name: string }

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find' | 'lock'>
  readonly facilitators: (tx: Tx) => Omit<FacilitatorStore, 'led'>
  readonly tables: (tx: Tx) => { readonly draw: (workshop: string) => Promise<TableDraw | undefined> }
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly people: Pick<PeopleUsecases, 'actor' | 'names'>
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly waitingList: Pick<WaitingListUsecases, 'grantReservedSeat'>
}

export type FacilitatorUsecases = ReturnType<typeof facilitatorUsecases>

function checkTable(table: number | undefined): void {
  if (table === undefined) return
  if (!Number.isInteger(table) || table < 1 || table > TABLES_LIMIT)
    throw new Refusal('tables-number', { max: TABLES_LIMIT })
}

export function facilitatorUsecases(parts: Parts) {
  const { store, facilitators, tables, transact, read, audit, clock, people, messages, waitingList } = parts

  async function listed(actor: Actor, id: string): Promise<readonly NamedLeader[]> {
    permit(TABLE_PERMISSIONS.readTables, actor.role)
    const found = await read(async tx => {
      requireFound(await store(tx).find(id))
      return facilitators(tx).all(id)
    })
    const names = new Map<string, string>()
    for (let from = 0; from < found.length; from += 100) {
      const ids = found.slice(from, from + 100).map(({ person }) => person)
      for (const [person, name] of await people.names(ids)) names.set(person, name)
    }
    const named = found.map(leader => ({ ...leader, name: names.get(leader.person) ?? '' }))
    const order = new Intl.Collator(actor.language)
    return named.sort(
      (a, b) => (a.table ?? Infinity) - (b.table ?? Infinity) || order.compare(a.name, b.name),
    )
  }

  /** An observer cannot facilitate. */
  async function checkPerson(person: string): Promise<void> {
    const named = await people.actor(person)
    if (!named) throw new Refusal('person-unknown')
    if (!may(SEAT_PERMISSIONS.answer, named.role)) throw new Refusal('facilitator-observer')
  }

  async function put(tx: Tx, actor: Actor, id: string, leader: Leader): Promise<void> {
    const workshop = requireFound(await store(tx).lock(id))
    if (!isAhead(stageOf(workshop, clock.now())) && workshop.state !== 'draft')
      throw new Refusal('facilitator-late')
    const { person, table } = leader
    const before = await facilitators(tx).find(id, person)
    if (before && before.table === table) return
    const drawn = (await tables(tx).draw(id))?.tables
    if (table !== undefined && drawn !== undefined && table > drawn)
      throw new Refusal('no-such-table', { max: drawn })
    if (!before && (await facilitators(tx).all(id)).length >= FACILITATORS_LIMIT)
      throw new Refusal('facilitators-many', { max: FACILITATORS_LIMIT })
    await facilitators(tx).put(id, leader)
    if (!before) await waitingList.grantReservedSeat(tx, id, person)
    await audit(tx, actor, TABLE_PERMISSIONS.nameFacilitator.act, id)
    if (person === actor.id) return
    const telling = { person, topic: 'facilitating', by: 'workshops', until: workshop.endsAt } as const
    const subject = { workshop: id, mustReach: workshop.startsAt }
    await messages.tell(tx, { ...telling, reason: `facilitating:${id}`, subject })
  }

  return {
    /** Facilitators, by table. @throws Refusal `role-needed`, `gone` */
    facilitators: listed,

    /**
     * Makes the person a facilitator, with a table or none; they are notified once.
     * @throws Refusal `role-needed`, `gone`, `facilitator-late`, `tables-number`, `person-unknown`,
     * `facilitator-observer`, `facilitators-many`, `no-such-table`
     */
    async nameFacilitator(actor: Actor, id: string, leader: Leader): Promise<readonly NamedLeader[]> {
      permit(TABLE_PERMISSIONS.nameFacilitator, actor.role)
      checkTable(leader.table)
      await checkPerson(leader.person)
      await transact(tx => put(tx, actor, id, leader))
      return listed(actor, id)
    },

    /** Removes a facilitator. @throws Refusal `role-needed`, `gone` */
    async removeFacilitator(actor: Actor, id: string, person: string): Promise<readonly NamedLeader[]> {
      permit(TABLE_PERMISSIONS.nameFacilitator, actor.role)
      await transact(async tx => {
        requireFound(await store(tx).lock(id))
        if (!(await facilitators(tx).find(id, person))) return
        await facilitators(tx).remove(id, person)
        await audit(tx, actor, TABLE_PERMISSIONS.nameFacilitator.act, inDetail(id, 'removed'))
      })
      return listed(actor, id)
    },
  }
}
