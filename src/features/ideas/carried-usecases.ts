import type { Actor } from '../../kernel/actor.ts'
import { isId } from '../../kernel/id.ts'
import { permit } from '../../kernel/permission.ts'
import type { Tx } from '../../kernel/tx.ts'
import { actable, type Idea, type IdeaSeen, PERMISSIONS, standing } from './domain.ts'
import type { Ground, GroundParts, GroundStore } from './ground-usecases.ts'

type Parts = GroundParts & {
  readonly store: (
    tx: Tx,
  ) => GroundStore & { readonly byIds: (ids: readonly string[]) => Promise<readonly Idea[]> }
}

/** Ideas asked for at once. */
const MANY = 100

/** What an initiative needs of the idea that it came from. */
export function carriedUsecases({ store, read }: Parts, ground: Ground) {
  return {
    /** The idea; nobody else writes to it or what hangs on it until the transaction ends. @throws Refusal `gone`, `idea-hidden`, `idea-merged` */
    hold: async (tx: Tx, id: string): Promise<Idea> => actable(standing(await store(tx).lock(id))),

    /** What stands in channels of it is drawn again, from the state of then. */
    redraw: ground.changed,

    /** As the actor sees them, by id, those that are there for others to see; at most 100. */
    async seenByIds(actor: Actor, wanted: readonly string[]): Promise<ReadonlyMap<string, IdeaSeen>> {
      permit(PERMISSIONS.read, actor.role)
      const found = await read(tx => store(tx).byIds(wanted.filter(isId).slice(0, MANY)))
      return new Map((await ground.seen(actor, found)).map(idea => [idea.id, idea]))
    },
  }
}
