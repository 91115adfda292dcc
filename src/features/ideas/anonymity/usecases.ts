import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { IN_CHARGE, TO_BOTH } from '../idea/anonymity.ts'
import type { Ground, GroundParts, GroundStore } from '../idea/context-usecases.ts'
import { type IdeaSeen, permitOn, standing, untaken } from '../idea/domain.ts'
import { groupingOf } from '../merging/grouping-usecases.ts'
import type { MergeStore } from '../merging/usecases.ts'
import type { SupportStore } from '../support/usecases.ts'
import { ANONYMITY_PERMISSIONS, checkUnnamedAlone, checkUnnaming } from './domain.ts'

export type UnnamingStore = {
  readonly setUnnamed: (id: string) => Promise<void>
  /** Ids of the ideas that it was joined with, or was to be. */
  readonly everMerged: (id: string) => Promise<readonly string[]>
}

type Parts = GroundParts & {
  readonly store: (tx: Tx) => GroundStore & MergeStore & UnnamingStore & Pick<SupportStore, 'recount'>
}

export function unnamingUsecases(parts: Parts, ground: Ground) {
  const { store, read, thread } = parts
  const { withGroups } = groupingOf(parts, ground)

  return {
    /**
     * Takes the author's name off their idea, for good: no thread keeps a trace of it either. Said twice, it is done
     * once. Joined with another or hidden, an idea is unnamed all the same.
     * @throws Refusal `gone`, `not-yours`, `idea-said-aloud`, `unname-joined`
     */
    async unname(actor: Actor, id: string): Promise<IdeaSeen> {
      await withGroups([id], async (tx, group) => {
        const found = standing(group.get(id))
        permitOn(ANONYMITY_PERMISSIONS.unname, found, actor)
        checkUnnaming(untaken(found))
        if (found.unnamed) return
        checkUnnamedAlone(found, [...group.values()])
        await store(tx).setUnnamed(id)
        await thread.unname(tx, id, actor.id, { but: IN_CHARGE })
        for (const other of await store(tx).everMerged(id))
          await thread.unname(tx, other, actor.id, { only: TO_BOTH })
        await store(tx).recount(found.root ?? id)
      })
      return ground.seenOne(actor, standing(await read(tx => store(tx).find(id))))
    },
  }
}
