import type { Actor } from '../../../kernel/access/actor.ts'
import { type Permission, permit } from '../../../kernel/access/permission.ts'
import type { FacilitatorUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import { requireFound } from '../idea/domain.ts'
import { tieToWall } from './domain.ts'

export type WallWorkshops = Pick<WorkshopUsecases, 'posted'> & Pick<FacilitatorUsecases, 'leaderOf'>

/** @throws Refusal `gone`, `role-needed`, `wall-not-yours` */
export type CheckWall = (row: Permission, actor: Actor, workshop: string) => Promise<void>

/** Who may say what stands on a workshop's wall. */
export function wallRights(workshops: WallWorkshops): CheckWall {
  return async (row, actor, workshop) => {
    requireFound(await workshops.posted(workshop))
    permit(row, actor.role, tieToWall(actor.role, await workshops.leaderOf(actor.id, workshop)))
  }
}
