import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { DoorUsecases, ReminderUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import { requireFound } from '../idea/domain.ts'
import type { IdeaWorkshop } from './collecting.ts'
import { checkHarvest, HARVEST_PERMISSIONS, tieToHarvest } from './domain.ts'

export type HarvestParts = {
  readonly workshops: Pick<WorkshopUsecases, 'posted'> &
    Pick<ReminderUsecases, 'answersIn'> &
    Pick<DoorUsecases, 'facilitates'>
}
export type HarvestRights = ReturnType<typeof harvestRights>

/** Who may type a workshop's ideas for others, and when. */
export function harvestRights({
  workshops,
  read,
  clock,
}: HarvestParts & { readonly read: Transact; readonly clock: Clock }) {
  async function checkMay(actor: Actor, workshop: string): Promise<void> {
    const { harvest } = HARVEST_PERMISSIONS
    const hasSeat = (await workshops.answersIn(workshop, [actor.id])).get(actor.id) === 'yes'
    const facilitates = await read(tx => workshops.facilitates(tx, actor.id, workshop))
    permit(harvest, actor.role, tieToHarvest({ role: actor.role, hasSeat, facilitates }))
  }

  async function harvesting(actor: Actor, workshop: string): Promise<IdeaWorkshop> {
    const found = requireFound(await workshops.posted(workshop))
    await checkMay(actor, workshop)
    return checkHarvest(found, clock.now())
  }

  return {
    /** Checks the right alone, at any time. @throws Refusal `role-needed`, `harvest-not-yours` */
    checkMay,
    /** The workshop. @throws Refusal of `checkHarvest`, `role-needed`, `harvest-not-yours` */
    harvesting,

    /** Whether the actor may harvest there now. */
    mayHarvest: (actor: Actor, workshop: string): Promise<boolean> =>
      harvesting(actor, workshop).then(
        () => true,
        refusal => {
          if (refusal instanceof Refusal) return false
          throw refusal
        },
      ),
  }
}
