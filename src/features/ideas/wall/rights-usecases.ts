import type { Actor } from '../../../kernel/access/actor.ts'
import { type Permission, permit } from '../../../kernel/access/permission.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import type { ShownTableUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import { requireFound } from '../idea/domain.ts'
import { tieToWall } from './domain.ts'

export type WallWorkshops = Pick<WorkshopUsecases, 'posted'> & Pick<ShownTableUsecases, 'leaderIn'>

/** @throws Refusal `gone`, `role-needed`, `wall-not-yours` */
export type CheckWall = (row: Permission, actor: Actor, workshop: string) => Promise<void>

/** Who may say what stands on a workshop's wall. */
export function wallRights(read: Transact, workshops: WallWorkshops): CheckWall {
  return async (row, actor, workshop) => {
    requireFound(await workshops.posted(workshop))
    const leader = await read(tx => workshops.leaderIn(tx, workshop, actor.id))
    permit(row, actor.role, tieToWall(actor.role, leader))
  }
}
