import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/tx.ts'
import { type IdeaSeen, PERMISSIONS, permitOn, standing, untaken } from './domain.ts'
import type { Ground, GroundParts, GroundStore } from './ground-usecases.ts'
import { checkUnnamedAlone, checkUnnaming, IN_CHARGE, TO_BOTH } from './unnaming.ts'

export type UnnamingStore = {
  readonly setUnnamed: (id: string) => Promise<void>
  /** Ids of the ideas that it was joined with, or was to be. */
  readonly everMerged: (id: string) => Promise<readonly string[]>
}

export function unnamingUsecases(
  { store, thread }: GroundParts & { readonly store: (tx: Tx) => GroundStore & UnnamingStore },
  ground: Ground,
) {
  return {
    /**
     * Takes the author's name off their idea, for good: no thread keeps a trace of it either. Said twice, it is done
     * once. Joined with another or hidden, an idea is unnamed all the same.
     * @throws Refusal `gone`, `not-yours`, `idea-said-aloud`, `unname-joined`
     */
    async unname(actor: Actor, id: string): Promise<IdeaSeen> {
      const idea = await ground.withAny(id, async (tx, found) => {
        permitOn(PERMISSIONS.unname, found, actor)
        checkUnnaming(untaken(found))
        if (found.unnamed) return
        const root = found.root ?? id
        const group = [standing(await store(tx).find(root)), ...(await store(tx).joinedWith([root]))]
        checkUnnamedAlone(found, group)
        await store(tx).setUnnamed(id)
        await thread.unname(tx, id, actor.id, { but: IN_CHARGE })
        for (const other of await store(tx).everMerged(id))
          await thread.unname(tx, other, actor.id, { only: TO_BOTH })
        await ground.changed(tx, standing(group[0]))
      })
      return ground.seenOne(actor, idea)
    },
  }
}
