import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { stemsOf } from '../../../search/stemming.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaSeen, ideaText } from '../idea/domain.ts'
import {
  type Candidate,
  CLOSE_SHOWN,
  closest,
  type StemCounts,
  soughtOf,
  type Weighed,
  weigh,
  wholeOf,
} from './domain.ts'

export type SimilarStore = {
  /** Replaces the stems by which similar ideas find it. */
  readonly putStems: (id: string, stems: readonly string[]) => Promise<void>
  readonly stemCounts: (stems: readonly string[]) => Promise<StemCounts>
  /** Ideas with the most weight in common with `sought`, at most 30. */
  readonly sharing: (sought: readonly Weighed[]) => Promise<readonly Candidate[]>
  /** For each of `ids` that is merged into another, that other one. */
  readonly rootsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** Similar ideas to confirm before submission. `nonce` names the question: asked again, it has the same. */
type CloseIdeas = { readonly close: readonly IdeaSeen[]; readonly nonce: string }

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'once' | 'ids'> & {
  readonly store: (tx: Tx) => Pick<SimilarStore, 'stemCounts' | 'sharing' | 'rootsOf'>
}

export type SimilarUsecases = ReturnType<typeof similarUsecases>

export function similarUsecases(parts: Parts, context: Pick<IdeaContext, 'seen'>) {
  const { ideaStore, store, transact, read, once, ids } = parts

  async function closeIn(tx: Tx, text: string, wanted: (idea: Idea) => boolean): Promise<readonly Idea[]> {
    const stems = stemsOf(text)
    if (stems.length === 0) return []
    const whole = wholeOf(stems)
    const counts = await store(tx).stemCounts([...stems, whole])
    const weighed = weigh(stems, counts)
    const sought = soughtOf(weigh([...stems, whole], counts), counts)
    const close = closest(weighed, await store(tx).sharing(sought))
    const roots = await store(tx).rootsOf(close)
    const shown = [...new Set(close.map(id => roots.get(id) ?? id))]
    const found = new Map((await ideaStore(tx).byIds(shown)).map(idea => [idea.id, idea]))
    return shown
      .flatMap(id => found.get(id) ?? [])
      .filter(wanted)
      .slice(0, CLOSE_SHOWN)
  }

  /** Leaves out one's own: nobody can support them instead, and a text sent twice is answered by its first idea. */
  function closeToText(tx: Tx, actor: Actor, text: string): Promise<readonly Idea[]> {
    return closeIn(tx, text, ({ author }) => author !== actor.id)
  }

  async function similar(actor: Actor, typed: string): Promise<readonly IdeaSeen[]> {
    permit(IDEA_PERMISSIONS.submit, actor.role)
    const text = ideaText(typed)
    return context.seen(actor, await read(tx => closeToText(tx, actor, text)))
  }

  return {
    /** Similar ideas of others, the closest first, at most three. @throws Refusal `empty-text`, `too-long` */
    similar,

    /** Ideas similar to `text` that satisfy `wanted`: the closest first, at most three. */
    closeIn,

    /** The most similar idea of others, without asking anybody. @throws Refusal `empty-text`, `too-long` */
    async nearest(actor: Actor, typed: string): Promise<Idea | undefined> {
      const text = ideaText(typed)
      return (await read(tx => closeToText(tx, actor, text)))[0]
    },

    /**
     * The confirmation needed before submission: undefined without similar ideas, or when it was submitted already.
     * @throws Refusal `empty-text`, `too-long`
     */
    async asked(
      actor: Actor,
      text: string,
      keys: readonly IdempotencyKey[],
    ): Promise<CloseIdeas | undefined> {
      const close = await similar(actor, text)
      if (close.length === 0) return undefined
      return transact(async tx => {
        const nonce = await once(tx, keys, ids.next())
        return (await ideaStore(tx).find(nonce)) ? undefined : { close, nonce }
      })
    },
  }
}
