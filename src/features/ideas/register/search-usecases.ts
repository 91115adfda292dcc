import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { type HeldWords, nearBeginnings } from '../../../search/near.ts'
import { beginningsOf } from '../../../search/words.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea } from '../idea/domain.ts'
import type { IdeaFound, IdeaLinked } from './search.ts'

export type SearchStore = {
  /** Replaces the idea's words in the search index; none removes it. */
  readonly putWords: (id: string, words: readonly string[]) => Promise<void>
  /** In the search index. */
  readonly held: HeldWords
  /** Ideas that match every one of `beginnings` (at least one), the most supported first, skipping `skip`. */
  readonly found: (beginnings: readonly string[], limit: number, skip: number) => Promise<readonly Idea[]>
}

/** As many as a result list holds, and as far as anybody pages. */
const MOST = 25
const FARTHEST = 500

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read'> & {
  readonly store: (tx: Tx) => Pick<SearchStore, 'found' | 'held'>
  readonly thread: Pick<ThreadUsecases, 'latest'>
}

export type SearchUsecases = ReturnType<typeof searchUsecases>

export function searchUsecases(
  { ideaStore, store, read, thread }: Parts,
  context: Pick<IdeaContext, 'seen' | 'named'>,
) {
  /** Ideas whose initiative has ended: there is nothing left to join. */
  async function endedOf(ideas: readonly Idea[]): Promise<ReadonlySet<string>> {
    const carried = ideas.filter(({ state }) => state === 'initiative').map(({ id }) => id)
    if (carried.length === 0) return new Set()
    return read(async tx => {
      const ended = new Set<string>()
      for (const id of carried) if ((await thread.latest(tx, 'idea', id, 'phase')) === 'done') ended.add(id)
      return ended
    })
  }

  /** `near`: of words that nobody wrote, those one slip away. */
  async function foundIn(tx: Tx, beginnings: readonly string[], count: number, from: number) {
    if (beginnings.length === 0) return { ideas: await ideaStore(tx).mostSupported(count, from), near: false }
    const ideas = await store(tx).found(beginnings, count, from)
    const near = ideas.length > 0 ? undefined : await nearBeginnings(beginnings, store(tx).held)
    return near ? { ideas: await store(tx).found(near, count, from), near: true } : { ideas, near: false }
  }

  return {
    /** Ideas by word prefixes, forgiving a slip, the most supported first; without any, all of them. */
    async search(actor: Actor, text: string, skip: number, limit: number): Promise<readonly IdeaFound[]> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const beginnings = beginningsOf(text)
      const [count, from] = [Math.min(limit, MOST), Math.min(skip, FARTHEST)]
      const { ideas, near } = await read(tx => foundIn(tx, beginnings, count, from))
      const ended = await endedOf(ideas)
      const seen = await context.seen(actor, ideas)
      return seen.map(idea => ({
        ...idea,
        ...(ended.has(idea.id) && { ended: true as const }),
        ...(near && { near: true as const }),
      }))
    },

    /** The one of that id, as everybody sees it; undefined unless a search could find it. */
    async linked(actor: Actor, id: string): Promise<IdeaLinked | undefined> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const found = await read(tx => ideaStore(tx).byIds([id]))
      const [idea] = await context.named(found)
      if (!idea) return undefined
      return { ...idea, ...((await endedOf([idea])).has(id) && { ended: true as const }) }
    },
  }
}
