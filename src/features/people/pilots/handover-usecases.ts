import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { type Permission, permit, relationToDirection } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { formKey, type Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { matches } from '../../../search/matching.ts'
import { AGENT, actorOf, checkDirection, type Person, type PersonName } from '../person/domain.ts'
import type { PeopleStore } from '../person/usecases.ts'
import { roleAssignment } from '../roles/assignment-usecases.ts'
import { checkReceiver, type HandoverOptions, holds, PILOT_PERMISSIONS, SHOWN } from './domain.ts'

type Listed = PersonName & { readonly role: Role }

export type HandoverStore = {
  /** People who work in the Direction, by name. */
  readonly colleagues: (direction: string, limit: number, after?: PersonName) => Promise<readonly Listed[]>
  /** Locks the person: the next decision waits, and is checked against their new role. */
  readonly lock: (person: string) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'byId' | 'grantRole' | 'pilotOf' | 'deputiesOf'>
  readonly handover: (tx: Tx) => HandoverStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly directions: readonly { readonly id: string }[]
}

export type HandoverUsecases = ReturnType<typeof handoverUsecases>

/** Page size and limit of pages: ten thousand people, more than any Direction has. */
const PAGE = 500
const PAGES = 20

/** Who decided what, in which Direction. */
type Appointment = { readonly by: Actor; readonly direction: string; readonly act: string }

export function handoverUsecases(parts: Parts) {
  const { store, handover, transact, read, once, note, audit, clock, ids, directions } = parts
  const { assign } = roleAssignment({ store, note })

  /** Permission check on the actor's current role. A deputy stands in for the pilot, and does not decide who that is. */
  async function allowed(tx: Tx, actor: Actor, row: Permission, direction: string): Promise<void> {
    const person = await store(tx).byId(actor.id)
    const now = person ? actorOf(person, clock.now()) : actor
    permit(row, now.role, relationToDirection(now, direction))
    if (now.deputy) throw new Refusal('relay-deputy')
  }

  /** First people of the Direction without a role whose name matches, one more than are shown. */
  async function free(tx: Tx, direction: string, text: string, but: string): Promise<PersonName[]> {
    const found: PersonName[] = []
    let after: PersonName | undefined
    for (let page = 0; page < PAGES && found.length <= SHOWN; page++) {
      const rows = await handover(tx).colleagues(direction, PAGE, after)
      const fits = ({ id, name, role }: Listed) =>
        role === 'agent' && id !== but && name !== '' && matches(name, text)
      found.push(...rows.filter(fits).map(({ id, name }) => ({ id, name })))
      after = rows.at(-1)
      if (rows.length < PAGE) break
    }
    return found.slice(0, SHOWN + 1)
  }

  async function prepared(tx: Tx, actor: Actor, direction: string, text: string): Promise<HandoverOptions> {
    const pilot = await store(tx).pilotOf(direction)
    const found = await free(tx, direction, text, actor.id)
    const more = found.length > SHOWN
    return {
      direction,
      ...(pilot && { pilot }),
      deputies: await store(tx).deputiesOf(direction),
      found: more && text === '' ? [] : found.slice(0, SHOWN),
      more,
      mine: pilot?.id === actor.id,
    }
  }

  /**
   * Notifies somebody whose role another changed. `as`: their role now; `other`: who held it before, or holds it now.
   */
  async function notifyRoleChange(
    tx: Tx,
    { by, direction, act }: Appointment,
    person: string,
    as: string,
    other = '',
  ) {
    if (person === by.id) return
    await note(tx, { kind: 'people.appointed', payload: { person, direction, as, other, act } })
  }

  async function seatPilot(tx: Tx, by: Actor, direction: string, receiver: Person): Promise<void> {
    const before = await store(tx).pilotOf(direction)
    const appointment = { by, direction, act: ids.next() }
    // Queued first, so that no reminder about the role arrives before it.
    await notifyRoleChange(tx, appointment, receiver.id, 'pilot', before?.id)
    if (before) await notifyRoleChange(tx, appointment, before.id, 'agent', receiver.id)
    await assign(tx, receiver.id, { role: 'pilot', leads: [direction], deputy: false }, 'hand')
    await audit(tx, by, PILOT_PERMISSIONS.handOver.act, direction)
  }

  async function unseatDeputies(tx: Tx, by: Actor, direction: string, but = ''): Promise<void> {
    const before = await store(tx).deputiesOf(direction)
    for (const { id } of before.filter(({ id }) => id !== but)) {
      await store(tx).grantRole(id, AGENT, undefined)
      await notifyRoleChange(tx, { by, direction, act: ids.next() }, id, 'agent', but)
    }
  }

  async function seatDeputy(tx: Tx, by: Actor, direction: string, receiver: Person): Promise<void> {
    await unseatDeputies(tx, by, direction, receiver.id)
    await assign(tx, receiver.id, { role: 'pilot', leads: [direction], deputy: true }, 'hand')
    await notifyRoleChange(tx, { by, direction, act: ids.next() }, receiver.id, 'deputy', by.id)
    await audit(tx, by, PILOT_PERMISSIONS.nameDeputy.act, direction)
  }

  return {
    /** @throws Refusal `role-needed`, `relay-deputy` unless the actor may hand over at all */
    open(actor: Actor): void {
      permit(PILOT_PERMISSIONS.openRelay, actor.role)
      if (actor.deputy) throw new Refusal('relay-deputy')
    },

    /**
     * Pilot, deputy and candidates of the Direction: people without a role whose name starts with `text`.
     * @throws Refusal `direction-unknown`, `role-needed`, `not-yours`, `relay-deputy`
     */
    async prepare(actor: Actor, direction: string, text = ''): Promise<HandoverOptions> {
      checkDirection(direction, directions)
      return read(async tx => {
        await allowed(tx, actor, PILOT_PERMISSIONS.handOver, direction)
        return prepared(tx, actor, direction, text)
      })
    },

    /**
     * Makes the person the Direction's pilot; the former one becomes an agent. Once per nonce, also for a sender who is
     * no pilot any more. Returns the current state.
     * @throws Refusal `direction-unknown`, `role-needed`, `not-yours`, `relay-deputy`, and those of `checkReceiver`
     */
    async handOver(actor: Actor, direction: string, to: string, nonce: string): Promise<Actor | undefined> {
      checkDirection(direction, directions)
      return transact(async tx => {
        const act = ids.next()
        if ((await once(tx, [formKey(actor.id, nonce, { direction, to })], act)) === act) {
          await handover(tx).lock(actor.id)
          await allowed(tx, actor, PILOT_PERMISSIONS.handOver, direction)
          const receiver = await store(tx).byId(to)
          if (!receiver || !holds(receiver, 'pilot', direction))
            await seatPilot(tx, actor, direction, checkReceiver(receiver, direction))
        }
        const pilot = await store(tx).pilotOf(direction)
        return pilot && actorOf(pilot, clock.now())
      })
    },

    /**
     * Makes the person the deputy of the Direction's pilot, replacing the former one.
     * @throws Refusal `direction-unknown`, `role-needed`, `not-yours`, `relay-deputy`, and those of `checkReceiver`
     */
    async nameDeputy(actor: Actor, direction: string, to: string): Promise<HandoverOptions> {
      checkDirection(direction, directions)
      return transact(async tx => {
        await handover(tx).lock(actor.id)
        await allowed(tx, actor, PILOT_PERMISSIONS.nameDeputy, direction)
        const receiver = checkReceiver(await store(tx).byId(to), direction)
        if (!holds(receiver, 'deputy', direction)) await seatDeputy(tx, actor, direction, receiver)
        return prepared(tx, actor, direction, '')
      })
    },

    /** Removes the deputy. @throws Refusal `direction-unknown`, `role-needed`, `not-yours`, `relay-deputy` */
    async removeDeputy(actor: Actor, direction: string): Promise<HandoverOptions> {
      checkDirection(direction, directions)
      return transact(async tx => {
        await handover(tx).lock(actor.id)
        await allowed(tx, actor, PILOT_PERMISSIONS.removeDeputy, direction)
        if ((await store(tx).deputiesOf(direction)).length > 0) {
          await unseatDeputies(tx, actor, direction)
          await audit(tx, actor, PILOT_PERMISSIONS.removeDeputy.act, direction)
        }
        return prepared(tx, actor, direction, '')
      })
    },
  }
}
