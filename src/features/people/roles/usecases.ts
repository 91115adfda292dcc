import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { matches } from '../../../search/matching.ts'
import { beginningsOf } from '../../../search/words.ts'
import {
  AGENT,
  checkDirection,
  type Person,
  type PersonName,
  type RoleGrant,
  type RoleSource,
  sameGrant,
} from '../person/domain.ts'
import { directionPlacement } from '../person/placement-usecases.ts'
import type { PeopleStore } from '../person/usecases.ts'
import { REACH_PERMISSIONS } from '../reach/domain.ts'
import { roleAssignment } from './assignment-usecases.ts'
import { type Holder, ROLE_PERMISSIONS, type RoleCount } from './domain.ts'

export type RoleStore = {
  /** People with the role, by name, from just after `after`. */
  readonly holders: (
    role: Role,
    deputy: boolean,
    limit: number,
    after?: PersonName,
  ) => Promise<readonly Holder[]>
  /** Number of people by role, without agents. */
  readonly counts: () => Promise<readonly RoleCount[]>
  /** All known people, by name, from just after `after`. */
  readonly known: (limit: number, after?: PersonName) => Promise<readonly Holder[]>
  /** Ids of the organisers, locked until the transaction ends. */
  readonly lockOrganisers: () => Promise<readonly string[]>
}

type Parts = {
  readonly store: (
    tx: Tx,
  ) => Pick<PeopleStore, 'byId' | 'lock' | 'setDirection' | 'grantRole' | 'pilotOf' | 'deputiesOf'>
  readonly roles: (tx: Tx) => RoleStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly directions: readonly { readonly id: string }[]
}

export type RoleUsecases = ReturnType<typeof roleUsecases>

/** Page size, and limit of pages of one search: exceeds the size of any administration. */
const PAGE = 500
const PAGES = 40

const holderOf = ({ id, name, role, deputy, leads, direction, roleFrom }: Person): Holder => ({
  id,
  name,
  role,
  deputy,
  leads,
  ...(direction !== undefined && { direction }),
  ...(roleFrom && { roleFrom }),
})

/** Source of a role: the people file when it says the same, else by hand; none for an agent. */
function sourceOf({ listed }: Person, seat: RoleGrant): RoleSource | undefined {
  if (seat.role === 'agent') return undefined
  return listed && sameGrant(listed, seat) ? 'file' : 'hand'
}

/** Roles of organisers, managers and observers, granted and revoked by organisers. */
export function roleUsecases({ store, roles, transact, read, note, audit, clock, directions }: Parts) {
  const { assign } = roleAssignment({ store, note })

  /**
   * A manager's Directions, validated, in the programme's order.
   * @throws Refusal `direction-unknown`, `leads-missing`
   */
  function leadsOf(role: Role, leads: readonly string[]): readonly string[] {
    for (const lead of leads) checkDirection(lead, directions)
    if (role !== 'manager') return []
    if (leads.length === 0) throw new Refusal('leads-missing')
    return directions.map(({ id }) => id).filter(id => leads.includes(id))
  }

  async function check(tx: Tx, actor: Actor, person: Person, to: RoleGrant): Promise<void> {
    const organisers = await roles(tx).lockOrganisers()
    permit(ROLE_PERMISSIONS.giveRole, organisers.includes(actor.id) ? 'organiser' : 'agent')
    // The operator's list would grant it again at their next visit.
    if (person.roleFrom === 'operator') throw new Refusal('role-of-operator')
    if (person.role === 'organiser' && to.role !== 'organiser' && organisers.length === 1)
      throw new Refusal('organiser-last')
  }

  const move = directionPlacement({ store, note, clock })

  return {
    /**
     * Grants a role with the Directions that a pilot or manager answers for; declaring another Direction of one's own
     * changes no right. A Direction's new pilot replaces the former one.
     */
    assignRole: (id: string, role: Role, leads: readonly string[] = []): Promise<void> =>
      transact(tx => assign(tx, id, { role, leads, deputy: false }, 'hand')),

    /** Those of one role, by name. `after`: the last of the page before. @throws Refusal `role-needed` */
    async holders(actor: Actor, role: Role, deputy: boolean, limit: number, after?: PersonName) {
      permit(ROLE_PERMISSIONS.readRoles, actor.role)
      const rows = await read(tx => roles(tx).holders(role, deputy, limit + 1, after))
      return { items: rows.slice(0, limit), more: rows.length > limit }
    },

    /** Number of people by role, without agents. @throws Refusal `role-needed` */
    async holding(actor: Actor): Promise<readonly RoleCount[]> {
      permit(REACH_PERMISSIONS.countPeople, actor.role)
      return read(tx => roles(tx).counts())
    },

    /** Known people whose name has words starting like those of `text`; none for an empty text. */
    async known(actor: Actor, text: string, limit: number): Promise<readonly Holder[]> {
      permit(ROLE_PERMISSIONS.readRoles, actor.role)
      if (beginningsOf(text).length === 0) return []
      return read(async tx => {
        const found: Holder[] = []
        let after: PersonName | undefined
        for (let page = 0; page < PAGES && found.length < limit; page++) {
          const rows = await roles(tx).known(PAGE, after)
          found.push(...rows.filter(({ name }) => matches(name, text)))
          after = rows.at(-1)
          if (rows.length < PAGE) break
        }
        return found.slice(0, limit)
      })
    },

    /**
     * Assigns the person to the Direction at once; their entry in the people file is kept. Returns their role, and
     * their former Direction.
     * @throws Refusal `role-needed`, `person-unknown`, `direction-unknown`
     */
    async place(actor: Actor, id: string, direction: string) {
      permit(ROLE_PERMISSIONS.placePerson, actor.role)
      checkDirection(direction, directions)
      return transact(async tx => {
        const organisers = await roles(tx).lockOrganisers()
        permit(ROLE_PERMISSIONS.placePerson, organisers.includes(actor.id) ? 'organiser' : 'agent')
        const before = await store(tx).lock(id)
        if (!before) throw new Refusal('person-unknown')
        if (await move(tx, id, direction)) await audit(tx, actor, ROLE_PERMISSIONS.placePerson.act)
        return { person: holderOf((await store(tx).byId(id)) ?? before), before: holderOf(before) }
      })
    },

    /**
     * The person has this role from now on, `leads` being a manager's Directions. Answers what they are, and what they
     * were.
     * @throws Refusal `role-needed`, `person-unknown`, `direction-unknown`, `leads-missing`, `role-of-operator`,
     * `organiser-last`
     */
    async give(actor: Actor, id: string, role: Exclude<Role, 'pilot'>, leads: readonly string[]) {
      permit(ROLE_PERMISSIONS.giveRole, actor.role)
      const to: RoleGrant = { ...AGENT, role, leads: leadsOf(role, leads) }
      return transact(async tx => {
        const person = await store(tx).byId(id)
        if (!person) throw new Refusal('person-unknown')
        if (!sameGrant(person, to)) {
          await check(tx, actor, person, to)
          await assign(tx, id, to, sourceOf(person, to))
          await audit(tx, actor, ROLE_PERMISSIONS.giveRole.act, role)
        }
        return { person: holderOf((await store(tx).byId(id)) ?? person), before: holderOf(person) }
      })
    },
  }
}
