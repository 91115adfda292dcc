import type { Actor } from '../../../kernel/access/actor.ts'
import { type Permission, permit, type Relation } from '../../../kernel/access/permission.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { PresentUsecases } from '../../attendance/index.ts'
import type { DoorUsecases, ShownTableUsecases, Workshop } from '../../workshops/index.ts'
import { checkStands, ROOM_PERMISSIONS } from './domain.ts'

type Parts = {
  readonly workshops: Pick<DoorUsecases, 'requireWorkshop' | 'answerOf'> &
    Pick<ShownTableUsecases, 'leaderIn'>
  readonly isPresent: PresentUsecases['isPresent']
}

export type LeadingUsecases = ReturnType<typeof leadingUsecases>

/** Who leads a room and who reads it, within the caller's transaction. */
export function leadingUsecases({ workshops, isPresent }: Parts) {
  async function leads(tx: Tx, { id, role }: Actor, workshop: string): Promise<Relation> {
    if (role === 'organiser') return 'own'
    const leader = await workshops.leaderIn(tx, workshop, id)
    if (!leader) return 'others'
    return leader.table === undefined ? 'own' : 'shown'
  }

  const hasSeat = async (tx: Tx, { id }: Actor, workshop: string): Promise<boolean> =>
    (await workshops.answerOf(tx, workshop, id)) === 'yes'

  /** Leads it, or a table of it; has a seat there; was checked in. */
  async function takesPart(tx: Tx, actor: Actor, workshop: string): Promise<boolean> {
    if ((await leads(tx, actor, workshop)) !== 'others') return true
    if (await hasSeat(tx, actor, workshop)) return true
    return isPresent(tx, workshop, actor.id)
  }

  return {
    leads,
    hasSeat,

    /** The workshop, if `actor` may lead its room. @throws Refusal `gone`, `role-needed`, `room-not-led`, `room-table-only` */
    async requireLed(
      tx: Tx,
      actor: Actor,
      id: string,
      row: Permission = ROOM_PERMISSIONS.lead,
    ): Promise<Workshop> {
      const workshop = await workshops.requireWorkshop(tx, id)
      permit(row, actor.role, await leads(tx, actor, id))
      return workshop
    },

    /** @throws Refusal `gone`, `attendance-cancelled`, `role-needed`, `room-not-there` */
    async requireReadable(tx: Tx, actor: Actor, id: string): Promise<Workshop> {
      const workshop = await workshops.requireWorkshop(tx, id)
      permit(ROOM_PERMISSIONS.read, actor.role, (await takesPart(tx, actor, id)) ? 'own' : 'others')
      checkStands(workshop)
      return workshop
    },
  }
}
