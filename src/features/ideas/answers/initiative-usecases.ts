import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { isId } from '../../../kernel/text/id-format.ts'
import type { Ground, GroundParts, GroundStore } from '../idea/context-usecases.ts'
import { actable, IDEA_PERMISSIONS, type Idea, type IdeaSeen, standing } from '../idea/domain.ts'
import { checkShown } from '../idea/hiding.ts'
import type { Stepping, Steps } from '../idea/state-usecases.ts'
import type { Pendings } from './take-back-usecases.ts'

type Parts = GroundParts & {
  readonly store: (
    tx: Tx,
  ) => GroundStore & { readonly byIds: (ids: readonly string[]) => Promise<readonly Idea[]> }
}

/** Ideas asked for at once. */
const MANY = 100

/** What an initiative needs of the idea that it came from. */
export function carriedUsecases(
  { store, read }: Parts,
  ground: Ground,
  { conclude }: Pick<Pendings, 'conclude'>,
  { tellTouched }: Pick<Steps, 'tellTouched'>,
) {
  /** As it stands once what pends on it came true: an idea just retained may be carried by who retained it. */
  async function held(tx: Tx, id: string): Promise<Idea> {
    const idea = standing(await store(tx).lock(id))
    return idea.state === 'initiative' ? idea : conclude(tx, idea)
  }

  return {
    /** The idea; nobody else writes to it or what hangs on it until the transaction ends. @throws Refusal `gone`, `idea-hidden`, `idea-merged` */
    hold: async (tx: Tx, id: string): Promise<Idea> => actable(await held(tx, id)),

    /**
     * Makes a retained idea an initiative, and has it told with what `stepping` adds; done already, nothing happens.
     * @throws Refusal `gone`, `idea-hidden`, `idea-not-retained`
     */
    async becomeInitiative(
      tx: Tx,
      actor: Actor,
      id: string,
      stepping: Pick<Stepping, 'detail' | 'also' | 'teller' | 'subject'> = {},
    ): Promise<Idea> {
      const idea = await held(tx, id)
      checkShown(idea)
      if (idea.state === 'initiative') return idea
      if (idea.state !== 'retained') throw new Refusal('idea-not-retained')
      await store(tx).setState(id, 'initiative')
      await tellTouched(tx, { ...stepping, idea: id, step: 'initiative', by: actor })
      await ground.changed(tx, idea)
      return { ...idea, state: 'initiative' }
    },

    /** What stands in channels of it is drawn again, from the state of then. */
    redraw: ground.changed,

    /** As the actor sees them, by id, those that are there for others to see; at most 100. */
    async seenByIds(actor: Actor, wanted: readonly string[]): Promise<ReadonlyMap<string, IdeaSeen>> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const found = await read(tx => store(tx).byIds(wanted.filter(isId).slice(0, MANY)))
      return new Map((await ground.seen(actor, found)).map(idea => [idea.id, idea]))
    },
  }
}
