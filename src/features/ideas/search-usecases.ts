import type { Actor } from '../../kernel/actor.ts'
import { permit } from '../../kernel/permission.ts'
import { beginningsOf } from '../../kernel/search.ts'
import type { Tx } from '../../kernel/tx.ts'
import { type Idea, type IdeaSeen, PERMISSIONS } from './domain.ts'
import type { Ground, GroundParts } from './ground-usecases.ts'

export type SearchStore = {
  /** The most supported first, `skip` of them left out. */
  readonly mostSupported: (limit: number, skip?: number) => Promise<readonly Idea[]>
  /** The same among those that hold a word for each of `beginnings`: one at least. */
  readonly found: (beginnings: readonly string[], limit: number, skip: number) => Promise<readonly Idea[]>
}

/** As many as a list of results holds, and as far as anybody looks. */
const MOST = 25
const FARTHEST = 500

export function searchUsecases(
  { store, read }: GroundParts & { readonly store: (tx: Tx) => SearchStore },
  ground: Ground,
) {
  return {
    /** Ideas by the beginnings of their words, the most supported first; with nothing to look for, all of them. */
    async search(actor: Actor, text: string, skip: number, limit: number): Promise<readonly IdeaSeen[]> {
      permit(PERMISSIONS.read, actor.role)
      const beginnings = beginningsOf(text)
      const [count, from] = [Math.min(limit, MOST), Math.min(skip, FARTHEST)]
      const ideas = await read(tx =>
        beginnings.length === 0
          ? store(tx).mostSupported(count, from)
          : store(tx).found(beginnings, count, from),
      )
      return ground.seen(actor, ideas)
    },
  }
}
