import type { AuditRoleChange } from '../../../kernel/access/audit.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import {
  AGENT,
  deputyOf,
  type ListedRole,
  type Person,
  pilotedBy,
  type RoleGrant,
  type RoleSource,
  sameGrant,
} from '../person/domain.ts'
import type { PeopleStore } from '../person/usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'byId' | 'grantRole' | 'pilotOf' | 'deputiesOf'>
  readonly note: Note
  /** Writes to the audit log; absent where roles change only by hand, which is logged with that act. */
  readonly roleChanged?: AuditRoleChange
}

export type RoleAssignment = ReturnType<typeof roleAssignment>

/** Role assignment. A Direction has one pilot and one deputy: whoever is given the role replaces the one before. */
export function roleAssignment({ store, note, roleChanged }: Parts) {
  async function put(
    tx: Tx,
    id: string,
    given: RoleGrant,
    from: RoleSource | undefined,
    byHand = false,
  ): Promise<void> {
    const before = await store(tx).byId(id)
    await store(tx).grantRole(id, given, from)
    if (!byHand && before && !sameGrant(before, given)) await roleChanged?.(tx, id, given.role)
  }

  /** Removes the current pilot; open tasks of theirs, or of the deputy in charge, pass to `to`. */
  async function makeRoom(tx: Tx, direction: string, to: string, byHand: boolean): Promise<void> {
    const pilot = await store(tx).pilotOf(direction)
    const before = pilot ? [pilot] : await store(tx).deputiesOf(direction)
    for (const { id: from } of before.filter(({ id }) => id !== to))
      await note(tx, { kind: 'people.relayed', payload: { direction, from, to } })
    if (pilot && pilot.id !== to) await put(tx, pilot.id, AGENT, undefined, byHand)
  }

  async function deputiesBeside(tx: Tx, direction: string | undefined, id: string) {
    const all = direction === undefined ? [] : await store(tx).deputiesOf(direction)
    return all.filter(each => each.id !== id)
  }

  /** `from` undefined: the role is revoked. */
  async function assign(tx: Tx, id: string, seat: RoleGrant, from: RoleSource | undefined): Promise<void> {
    const direction = pilotedBy(seat)
    const byHand = from === 'hand'
    if (direction !== undefined) await makeRoom(tx, direction, id, byHand)
    const others = await deputiesBeside(tx, deputyOf(seat), id)
    for (const { id: before } of others) await put(tx, before, AGENT, undefined, byHand)
    await put(tx, id, seat, from, byHand)
  }

  /** Applies the people file's role unless something newer holds: a role granted by hand, or another pilot. */
  async function assignAsListed(tx: Tx, person: Person, listed: ListedRole): Promise<void> {
    if (person.roleFrom === 'operator' || person.roleFrom === 'hand' || listed.role === 'agent') return
    const direction = pilotedBy(listed)
    if (direction !== undefined && (await store(tx).pilotOf(direction))) return
    if ((await deputiesBeside(tx, deputyOf(listed), person.id)).length > 0) return
    const { role, leads, deputy } = listed
    await assign(tx, person.id, { role, leads, deputy }, 'file')
  }

  /** The operator's list names somebody, or no longer does: then the people file's role applies again. */
  async function obeyOperator(tx: Tx, person: Person, named: boolean): Promise<void> {
    if (named) return put(tx, person.id, { ...AGENT, role: 'organiser' }, 'operator')
    await put(tx, person.id, AGENT, undefined)
    const { roleFrom: _, ...free } = person
    if (person.listed) await assignAsListed(tx, free, person.listed)
  }

  return { assign, assignAsListed, obeyOperator }
}
