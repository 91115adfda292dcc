import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import { IDEA_PERMISSIONS, type IdeaSeen } from '../idea/domain.ts'
import type { Origin } from '../idea/origin.ts'
import type { Submission } from '../submission/domain.ts'
import { checkBegun, type IdeaWorkshop, tableName } from './collecting.ts'
import type { HarvestRights } from './rights-usecases.ts'

type Parts = {
  readonly checkGather: HarvestRights['checkGather']
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly submit: (
    actor: Actor,
    submission: Submission,
    keys: readonly IdempotencyKey[],
  ) => Promise<IdeaSeen>
}

export type CollectingUsecases = ReturnType<typeof collectingUsecases>

/** Ideas submitted at a workshop by their authors, who keep their name; the workshop is stored as origin. */
export function collectingUsecases({ workshops, checkGather, submit }: Parts) {
  async function begunWorkshop(actor: Actor, workshop: string): Promise<IdeaWorkshop> {
    permit(IDEA_PERMISSIONS.submit, actor.role)
    return checkBegun(await workshops.posted(workshop))
  }

  return {
    /** The workshop, once it has begun. @throws Refusal `role-needed`, `gone`, `workshop-not-begun` */
    begunWorkshop,

    /** Why the actor's idea may not be one of that workshop now; undefined where it may. */
    asideFor: (actor: Actor, workshop: IdeaWorkshop): Promise<Refusal | undefined> =>
      checkGather(actor, workshop).then(
        () => undefined,
        error => {
          if (error instanceof Refusal) return error
          throw error
        },
      ),

    /**
     * Submits an idea with its workshop and table.
     * @throws Refusal of `submit` and of `begunWorkshop`, `workshop-aside`, `too-long`
     */
    async collect(
      actor: Actor,
      {
        workshop: id,
        table: typed,
        ...said
      }: Pick<Submission, 'text' | 'axis' | 'unnamed'> & {
        readonly workshop: string
        readonly table: string
      },
      keys: readonly IdempotencyKey[],
    ): Promise<IdeaSeen> {
      const workshop = await begunWorkshop(actor, id)
      await checkGather(actor, workshop)
      const { title } = workshop
      const table = tableName(typed)
      const origin: Origin = { workshop: id, title, ...(table !== undefined && { table }) }
      return submit(actor, { ...said, origin }, keys)
    },
  }
}
