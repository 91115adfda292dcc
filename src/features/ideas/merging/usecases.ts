import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Pendings } from '../answers/take-back-usecases.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type Idea, type IdeaSeen, requireFound } from '../idea/domain.ts'
import type { AnswersDue } from '../support/answer-due-usecases.ts'
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
import { type MergeGroups, namedFor } from './grouping-usecases.ts'
import { tellingMerges } from './message-usecases.ts'
import type { MergeStore } from './rows.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read' | 'note' | 'audit' | 'clock' | 'ids'> & {
  readonly mergeStore: (tx: Tx) => MergeStore
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'recount'>
  readonly answersDue: Pick<AnswersDue, 'start' | 'redate'>
  readonly groups: Pick<MergeGroups, 'withGroups' | 'liveMerge' | 'separate'>
  readonly applyPending: Pendings['applyPending']
  readonly messages: Pick<MessageUsecases, 'tell'>
}

export type MergeUsecases = ReturnType<typeof mergeUsecases>

/** Merged at once, or waiting for the other author's consent. */
type Merging = { readonly idea: IdeaSeen; readonly asked: boolean }
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
export function mergeUsecases(
  parts: Parts,
  { happened, seenOne }: Pick<IdeaContext, 'happened' | 'seenOne'>,
) {
  const {
    ideaStore,
    mergeStore,
    supportStore,
    answersDue,
    applyPending,
    read,
    note,
    audit,
    clock,
    ids: newIds,
  } = parts
  const { withGroups, liveMerge, separate } = parts.groups
  const tell = tellingMerges(parts)

  async function settle(tx: Tx, actor: Actor, merge: Merge, one: Idea, into: Idea): Promise<void> {
    const { id } = merge
    // Pending decisions on it are applied before it is merged, and so are kept when it is separated.
    const from = await applyPending(tx, one)
    checkMerge(from, into)
    await mergeStore(tx).setMerge(id, { state: 'merged', fromState: from.state, settledAt: clock.now() })
    await mergeStore(tx).join(from.id, into.id)
    await supportStore(tx).recount(from.id)
    await supportStore(tx).recount(into.id)
    await answersDue.redate(tx, into.id)
    await answersDue.start(tx, into.id)
    const named = namedFor(actor, from, into)
    await happened(tx, 'merged', from, named, into.id)
    await happened(tx, 'merged', into, named, from.id)
    await note(tx, { kind: 'ideas.merged', payload: { merge: id, by: actor.id, after: '' } })
    if (named) await audit(tx, actor, MERGE_PERMISSIONS.merge.act, from.id)
  }

  /** The open proposal between the two, by either author: one is enough. */
  async function proposed(tx: Tx, actor: Actor, from: Idea, into: Idea): Promise<Merge> {
    const all = [...(await mergeStore(tx).mergesOf(from.id)), ...(await mergeStore(tx).mergesOf(into.id))]
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
    await mergeStore(tx).addMerge(merge)
    return merge
  }

  async function propose(tx: Tx, actor: Actor, from: Idea, into: Idea): Promise<boolean> {
    const both = [from, into]
    permit(MERGE_PERMISSIONS.merge, actor.role, tieToEither(actor, both))
    checkMerge(from, into)
    checkAuthors(actor, both)
    const merge = await proposed(tx, actor, from, into)
    const asked = askedOf(merge, both)
    // The other author has proposed the same already: the actor's proposal is the consent.
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
    await mergeStore(tx).setMerge(merge.id, { state: 'declined', settledAt: clock.now() })
    await tell(tx, merge.by, merge, from.author === merge.by ? from.id : into.id, 'merge-declined')
  }

  async function show(actor: Actor, id: string): Promise<IdeaSeen> {
    return seenOne(actor, requireFound(await read(tx => ideaStore(tx).find(id))))
  }

  /** The idea that it was merged into, or itself. */
  async function showRoot(actor: Actor, id: string): Promise<IdeaSeen> {
    return show(actor, requireFound(await read(tx => ideaStore(tx).find(id))).root ?? id)
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
        const [one, other] = [requireFound(ideas.get(from)), requireFound(ideas.get(into))]
        const done = one.root !== undefined && (await liveMerge(tx, from)).into === into
        if (!done) return propose(tx, actor, one, other)
        permit(MERGE_PERMISSIONS.merge, actor.role, tieToEither(actor, [one, other]))
        return false
      })
      return { asked, idea: asked ? await show(actor, from) : await showRoot(actor, into) }
    },

    /** Consents to a proposal, or declines it. @throws Refusal `gone`, `not-yours`, and of `merge` */
    async answerMerge(actor: Actor, id: string, yes: boolean): Promise<IdeaSeen> {
      const { from, into } = requireFound(await read(tx => mergeStore(tx).findMerge(id)))
      await withGroups([from, into], async (tx, ideas) => {
        const both = [requireFound(ideas.get(from)), requireFound(ideas.get(into))] as const
        await answer(tx, actor, requireFound(await mergeStore(tx).findMerge(id)), both, yes)
      })
      return show(actor, into)
    },

    /** Separates the idea, by an organiser or either author. Idempotent. @throws Refusal `gone`, `not-yours` */
    async undoMerge(actor: Actor, from: string): Promise<IdeaSeen> {
      await withGroups([from], async (tx, ideas) => {
        const idea = requireFound(ideas.get(from))
        const into =
          idea.root === undefined ? [] : [requireFound(ideas.get((await liveMerge(tx, from)).into))]
        permit(MERGE_PERMISSIONS.undoMerge, actor.role, tieToEither(actor, [idea, ...into]))
        if (idea.root !== undefined) await separate(tx, actor, idea, ideas)
      })
      return show(actor, from)
    },
  }
}
