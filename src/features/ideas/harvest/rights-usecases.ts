import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { DoorUsecases, ReminderUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import { requireFound } from '../idea/domain.ts'
import type { IdeaWorkshop } from './collecting.ts'
import { checkHarvest, HARVEST_PERMISSIONS, tieToGathering, tieToHarvest } from './domain.ts'

export type HarvestParts = {
  /** Whether the person was checked in there. */
  readonly isPresent: (tx: Tx, workshop: string, person: string) => Promise<boolean>
  readonly workshops: Pick<WorkshopUsecases, 'posted'> &
    Pick<ReminderUsecases, 'answersIn'> &
    Pick<DoorUsecases, 'facilitates'>
}
export type HarvestRights = ReturnType<typeof harvestRights>

/** Who may type a workshop's ideas for others, and when. */
export function harvestRights({
  isPresent,
  workshops,
  read,
  clock,
}: HarvestParts & { readonly read: Transact; readonly clock: Clock }) {
  async function tieOf({ id, role }: Actor, workshop: string) {
    const hasSeat = (await workshops.answersIn(workshop, [id])).get(id) === 'yes'
    const facilitates = await read(tx => workshops.facilitates(tx, id, workshop))
    return { role, hasSeat, facilitates }
  }

  async function checkMay(actor: Actor, workshop: string): Promise<void> {
    permit(HARVEST_PERMISSIONS.harvest, actor.role, tieToHarvest(await tieOf(actor, workshop)))
  }

  async function checkGather(actor: Actor, { id, stage }: IdeaWorkshop): Promise<void> {
    const { gather } = HARVEST_PERMISSIONS
    if (stage !== 'underway') return permit(gather, actor.role, 'own')
    const there = await read(tx => isPresent(tx, id, actor.id))
    permit(gather, actor.role, tieToGathering({ ...(await tieOf(actor, id)), isPresent: there }))
  }

  async function harvesting(actor: Actor, workshop: string): Promise<IdeaWorkshop> {
    const found = requireFound(await workshops.posted(workshop))
    await checkMay(actor, workshop)
    return checkHarvest(found, clock.now())
  }

  return {
    /** Checks the right alone, at any time. @throws Refusal `role-needed`, `harvest-not-yours` */
    checkMay,
    /** Whether their own idea may be one of that workshop now. @throws Refusal `role-needed`, `workshop-aside` */
    checkGather,
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
