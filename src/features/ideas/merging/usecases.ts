import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Pendings } from '../answers/take-back-usecases.ts'
import type { Ground, GroundParts, GroundStore } from '../idea/context-usecases.ts'
import { type Idea, type IdeaSeen, standing } from '../idea/domain.ts'
import type { SupportStore } from '../support/usecases.ts'
import {
  askedOf,
  checkAuthors,
  checkMerge,
  isUnasked,
  lastAsked,
  MERGE_PERMISSIONS,
  type Merge,
  mergesAtOnce,
  tieToEither,
} from './domain.ts'
import { groupingOf, namedFor } from './grouping-usecases.ts'
import { tellingMerges } from './message-usecases.ts'

type Moved = { readonly until: number; readonly limit: number; readonly after: string }

export type MergeStore = {
  /** Each of `ids` with all that are joined with it or that it is joined with: ids, in their order. */
  readonly groups: (ids: readonly string[]) => Promise<readonly string[]>
  /** In the order of their ids, as `lock` does for one: two that want the same never wait for each other. */
  readonly lockAll: (ids: readonly string[]) => Promise<readonly Idea[]>
  /** What stands behind `roots`, the oldest first. */
  readonly joinedWith: (roots: readonly string[]) => Promise<readonly Idea[]>
  readonly addMerge: (merge: Merge) => Promise<void>
  readonly setMerge: (
    id: string,
    to: Pick<Merge, 'state' | 'fromState'> & { readonly settledAt: number },
  ) => Promise<void>
  readonly findMerge: (id: string) => Promise<Merge | undefined>
  /** All that became of `from`, the newest first. */
  readonly mergesOf: (from: string) => Promise<readonly Merge[]>
  /** What others propose for an idea of this author and nobody answered, the newest first. */
  readonly mergesAsked: (author: string, limit: number, after?: Cursor) => Promise<readonly Merge[]>
  /** `from`, and what is joined with it, stands behind `into`; so do the supports, which stay as they were given. */
  readonly join: (from: string, into: string) => Promise<void>
  /** `from` stands by itself again in `state`, with all that was given to it or to what is joined with it. */
  readonly part: (from: string, state: Idea['state']) => Promise<void>
  /** Who gave `from`, or what is joined with it, a support by `until` (milliseconds) and holds to it. */
  readonly movedSupporters: (from: string, moved: Moved) => Promise<readonly string[]>
}

type Parts = GroundParts & {
  readonly store: (tx: Tx) => GroundStore & MergeStore & Pick<SupportStore, 'recount'>
  readonly messages: Pick<MessageUsecases, 'tell'>
}

/** What became of a proposal: two ideas are one, or the other author was asked. */
export type Merging = { readonly idea: IdeaSeen; readonly asked: boolean }
/**
 * Joining two ideas, and taking them apart.
 *
 * No support is ever rewritten: each stays as it was given (idea, person, Direction, moment) and says which idea it
 * counts for. Undone, `from` counts again what was given to it, and to what is joined with it, to the letter. What a
 * person does by hand in between stands: a support given to `into` stays there; one withdrawn from `into` takes with
 * it all that the person gave to any idea behind it, and no undo brings it back. An author's own support cannot be
 * withdrawn, here as elsewhere. Ideas may be taken apart in any order.
 *
 * Nothing here turns on whether two ideas have one author, but what that author alone is answered: neither who may join
 * them, what is read and written on the way (and so how long it takes), nor what is counted (`SupportStore.recount`).
 */
export function mergeUsecases(parts: Parts, ground: Ground, { conclude }: Pick<Pendings, 'conclude'>) {
  const { store, read, note, audit, clock, ids: newIds } = parts
  const { happened, seenOne } = ground
  const { withGroups, liveMerge, separate } = groupingOf(parts, ground)
  const tell = tellingMerges(parts)

  async function settle(tx: Tx, actor: Actor, merge: Merge, one: Idea, into: Idea): Promise<void> {
    const { id } = merge
    // What pends on it is no longer told, and stands when the two are taken apart.
    const from = await conclude(tx, one)
    checkMerge(from, into)
    await store(tx).setMerge(id, { state: 'merged', fromState: from.state, settledAt: clock.now() })
    await store(tx).join(from.id, into.id)
    await store(tx).recount(from.id)
    await store(tx).recount(into.id)
    const named = namedFor(actor, from, into)
    await happened(tx, 'merged', from, named, into.id)
    await happened(tx, 'merged', into, named, from.id)
    await note(tx, { kind: 'ideas.merged', payload: { merge: id, by: actor.id, after: '' } })
    if (named) await audit(tx, actor, MERGE_PERMISSIONS.merge.act, from.id)
  }

  /** The proposal that stands between the two, by whichever author: one is enough. */
  async function proposed(tx: Tx, actor: Actor, from: Idea, into: Idea): Promise<Merge> {
    const all = [...(await store(tx).mergesOf(from.id)), ...(await store(tx).mergesOf(into.id))]
    const known = lastAsked(all, from, into)
    if (known && !(isUnasked(known) && askedOf(known, [from, into]) === actor.id)) return known
    const merge = {
      id: newIds.next(),
      from: from.id,
      into: into.id,
      by: actor.id,
      state: 'asked',
      at: clock.now(),
    } as const
    await store(tx).addMerge(merge)
    return merge
  }

  async function propose(tx: Tx, actor: Actor, from: Idea, into: Idea): Promise<boolean> {
    const both = [from, into]
    permit(MERGE_PERMISSIONS.merge, actor.role, tieToEither(actor, both))
    checkMerge(from, into)
    checkAuthors(actor, both)
    const merge = await proposed(tx, actor, from, into)
    const asked = askedOf(merge, both)
    // Asked by the other already, one's own proposal is the answer.
    if (mergesAtOnce(actor, both) || asked === actor.id) {
      await (merge.from === from.id
        ? settle(tx, actor, merge, from, into)
        : settle(tx, actor, merge, into, from))
      return false
    }
    if (merge.state === 'declined') throw new Refusal('merge-declined')
    await tell(tx, asked, merge, from.author === asked ? from.id : into.id, 'merge-asked')
    return true
  }

  async function answer(tx: Tx, actor: Actor, merge: Merge, both: readonly [Idea, Idea], yes: boolean) {
    const [from, into] = both
    permit(MERGE_PERMISSIONS.answerMerge, actor.role, askedOf(merge, both) === actor.id ? 'own' : 'others')
    if (merge.state !== 'asked' && !(yes && merge.state === 'declined')) return
    if (yes) return settle(tx, actor, merge, from, into)
    await store(tx).setMerge(merge.id, { state: 'declined', settledAt: clock.now() })
    await tell(tx, merge.by, merge, from.author === merge.by ? from.id : into.id, 'merge-declined')
  }

  async function show(actor: Actor, id: string): Promise<IdeaSeen> {
    return seenOne(actor, standing(await read(tx => store(tx).find(id))))
  }

  /** The idea that stands for it, or itself. */
  async function showRoot(actor: Actor, id: string): Promise<IdeaSeen> {
    return show(actor, standing(await read(tx => store(tx).find(id))).root ?? id)
  }

  return {
    /**
     * Joins the idea `from` with `into`, at once by an organiser or by who wrote both; otherwise the other author is
     * asked, once. Done already, nothing changes. Asked for by the other the other
     * way round, they are joined as the other asked.
     * @throws Refusal `gone`, `not-yours`, `idea-hidden`, `idea-merged`, `merge-same`, `merge-aside`,
     * `merge-initiative`, `merge-harvested`, `merge-declined`
     */
    async merge(actor: Actor, from: string, into: string): Promise<Merging> {
      const asked = await withGroups([from, into], async (tx, ideas) => {
        const [one, other] = [standing(ideas.get(from)), standing(ideas.get(into))]
        const done = one.root !== undefined && (await liveMerge(tx, from)).into === into
        if (!done) return propose(tx, actor, one, other)
        permit(MERGE_PERMISSIONS.merge, actor.role, tieToEither(actor, [one, other]))
        return false
      })
      return { asked, idea: asked ? await show(actor, from) : await showRoot(actor, into) }
    },

    /** Says yes or no to a proposal. @throws Refusal `gone`, `not-yours`, and of `merge` */
    async answerMerge(actor: Actor, id: string, yes: boolean): Promise<IdeaSeen> {
      const { from, into } = standing(await read(tx => store(tx).findMerge(id)))
      await withGroups([from, into], async (tx, ideas) => {
        const both = [standing(ideas.get(from)), standing(ideas.get(into))] as const
        await answer(tx, actor, standing(await store(tx).findMerge(id)), both, yes)
      })
      return show(actor, into)
    },

    /**
     * The idea stands by itself again, by an organiser or either author; it does already, nothing changes.
     * @throws Refusal `gone`, `not-yours`
     */
    async undoMerge(actor: Actor, from: string): Promise<IdeaSeen> {
      await withGroups([from], async (tx, ideas) => {
        const idea = standing(ideas.get(from))
        const into = idea.root === undefined ? [] : [standing(ideas.get((await liveMerge(tx, from)).into))]
        permit(MERGE_PERMISSIONS.undoMerge, actor.role, tieToEither(actor, [idea, ...into]))
        if (idea.root !== undefined) await separate(tx, actor, idea, ideas)
      })
      return show(actor, from)
    },
  }
}
