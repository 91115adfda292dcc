import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import { IN_CHARGE, TO_BOTH } from '../idea/anonymity.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type IdeaSeen, permitOn, requireFound, untaken } from '../idea/domain.ts'
import type { MergeGroups } from '../merging/grouping-usecases.ts'
import type { SupportStore } from '../support/usecases.ts'
import { ANONYMITY_PERMISSIONS, checkUnnamedAlone, checkUnnaming } from './domain.ts'

export type AnonymityStore = {
  readonly setUnnamed: (id: string) => Promise<void>
  /** Ids of ideas that it was ever merged with, or proposed to be. */
  readonly everMerged: (id: string) => Promise<readonly string[]>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read'> & {
  readonly store: (tx: Tx) => AnonymityStore
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'recount'>
  readonly withGroups: MergeGroups['withGroups']
  readonly thread: Pick<ThreadUsecases, 'unname'>
}

export type AnonymityUsecases = ReturnType<typeof anonymityUsecases>

export function anonymityUsecases(
  { ideaStore, store, supportStore, withGroups, read, thread }: Parts,
  { seenOne }: Pick<IdeaContext, 'seenOne'>,
) {
  return {
    /**
     * Removes the author's name from their idea for good, from its thread as well. Idempotent; allowed on merged and
     * hidden ideas too.
     * @throws Refusal `gone`, `not-yours`, `idea-said-aloud`, `unname-joined`
     */
    async unname(actor: Actor, id: string): Promise<IdeaSeen> {
      await withGroups([id], async (tx, group) => {
        const found = requireFound(group.get(id))
        permitOn(ANONYMITY_PERMISSIONS.unname, found, actor)
        checkUnnaming(untaken(found))
        if (found.unnamed) return
        checkUnnamedAlone(found, [...group.values()])
        await store(tx).setUnnamed(id)
        await thread.unname(tx, id, actor.id, { but: IN_CHARGE })
        for (const other of await store(tx).everMerged(id))
          await thread.unname(tx, other, actor.id, { only: TO_BOTH })
        await supportStore(tx).recount(found.root ?? id)
      })
      return seenOne(actor, requireFound(await read(tx => ideaStore(tx).find(id))))
    },
  }
}
