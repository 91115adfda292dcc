import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type Idea, type IdeaSeen, readable, requireFound } from '../idea/domain.ts'
import { mayRead } from '../idea/hiding.ts'
import { askedOf, MERGE_PERMISSIONS, type Merge, type MergeSeen, type MergeStep } from './domain.ts'
import type { MergeStore } from './rows.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'note' | 'clock'> & {
  readonly mergeStore: (tx: Tx) => MergeStore
  readonly messages: Pick<MessageUsecases, 'tell' | 'wentOut'>
}

export type MergeMessageUsecases = ReturnType<typeof mergeMessageUsecases>

/** Recipients per transaction. */
const RECIPIENTS = 50

const reasonOf = (from: string, step: MergeStep, merge: string) => `idea:${from}:${step}:${merge}`

/** Notifies `person` of the merge once per step; `idea`: the one that the message shows. */
type TellMerge = (tx: Tx, person: string, merge: Merge, idea: string, step: MergeStep) => Promise<void>

export function tellingMerges({ messages }: { readonly messages: Pick<MessageUsecases, 'tell'> }): TellMerge {
  return async (tx, person, { id, from }, idea, step) => {
    await messages.tell(tx, {
      person,
      topic: 'idea-answered',
      reason: reasonOf(from, step, id),
      // Asked of one: it does not wait for the week's card.
      subject: { idea, merge: id, step, ...(step === 'merge-asked' && { atOnce: 1 }) },
      by: 'ideas',
    })
  }
}

/** Whoever lost a support by a merge is notified even if one of the ideas is hidden by now: without its text. */
function veiled(found: Idea | undefined, actor: Actor): Idea {
  const idea = requireFound(found)
  return idea.state === 'withdrawn' || !mayRead(idea, actor) ? { ...idea, text: '' } : idea
}

type MergesPage = { readonly items: readonly MergeSeen[]; readonly next?: string }

/** A merge with an idea that may not be read any more is not proposed. */
function unlessRefused(thrown: unknown): undefined {
  if (!(thrown instanceof Refusal)) throw thrown
}

/** Notifications that ideas were merged or separated. */
export function mergeMessageUsecases(parts: Parts, { seen, seenOne }: Pick<IdeaContext, 'seen' | 'seenOne'>) {
  const { ideaStore, mergeStore, transact, read, note, clock, messages } = parts
  const tell = tellingMerges(parts)

  /** Whether the person knows of the merge: who made it is not notified, and is one of the authors. */
  async function heard(tx: Tx, person: string, { id, from, into }: Merge): Promise<boolean> {
    const told = await messages.wentOut(tx, person, reasonOf(from, 'merged', id))
    if (told !== undefined) return told
    const both = [await ideaStore(tx).find(from), await ideaStore(tx).find(into)]
    return both.some(idea => idea?.author === person)
  }

  /**
   * A proposal or a merge as one person sees it. Once merged, the text of an idea that they may not read is ''.
   * @throws Refusal `gone`, `idea-hidden` (of a proposal)
   */
  async function mergeSeen(actor: Actor, id: string): Promise<MergeSeen> {
    const [merge, from, into, group] = await read(async tx => {
      const merge = requireFound(await mergeStore(tx).findMerge(id))
      const look = merge.state === 'merged' || merge.state === 'undone' ? veiled : readable
      const from = look(await ideaStore(tx).find(merge.from), actor)
      const into = look(await ideaStore(tx).find(merge.into), actor)
      const root = into.root === undefined ? into : look(await ideaStore(tx).find(into.root), actor)
      return [merge, from, root, [root, ...(await ideaStore(tx).joinedWith([root.id]))]] as const
    })
    return {
      merge,
      from: await seenOne(actor, from),
      into: await seenOne(actor, into),
      wrote: [from, ...group].some(({ author }) => author === actor.id),
      asked: askedOf(merge, [from, into]) === actor.id,
    }
  }

  return {
    /** Notifies both authors and a page of the supporters whose support moved. */
    tellMerged: (id: string, by: string, after: string): Promise<void> =>
      transact(async tx => {
        const merge = await mergeStore(tx).findMerge(id)
        if (merge?.state !== 'merged' && merge?.state !== 'undone') return
        const { from, into, state, settledAt = clock.now() } = merge
        const people = await mergeStore(tx).movedSupporters(from, {
          until: settledAt,
          limit: RECIPIENTS,
          after,
        })
        const author = requireFound(await ideaStore(tx).find(into)).author
        const step = state === 'merged' ? 'merged' : 'unmerged'
        for (const person of new Set(after === '' ? [author, ...people] : people)) {
          const idea = state === 'merged' || person === author ? into : from
          if (person !== by && (step === 'merged' || (await heard(tx, person, merge))))
            await tell(tx, person, merge, idea, step)
        }
        const last = people.at(-1)
        if (people.length < RECIPIENTS || last === undefined) return
        const payload = { merge: id, by, after: last }
        await note(tx, { kind: 'ideas.merged', payload, mergeKey: `ideas.merged:${id}:${state}:${last}` })
      }),

    mergeSeen,

    /** Proposals by others that wait for this person’s consent, the newest first. */
    async mergesAsked(actor: Actor, limit: number, after?: string): Promise<MergesPage> {
      permit(MERGE_PERMISSIONS.readProposals, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const found = await read(tx => mergeStore(tx).mergesAsked(actor.id, limit + 1, from))
      const { items, ...rest } = pageOf(found, limit)
      const seen = await Promise.all(items.map(({ id }) => mergeSeen(actor, id).catch(unlessRefused)))
      return { items: seen.filter(merge => merge !== undefined), ...rest }
    },

    /** Ideas that this one can be merged with, the most supported first: at most `limit`. */
    async mergeChoices(actor: Actor, id: string, limit: number): Promise<readonly IdeaSeen[]> {
      const found = await read(tx => ideaStore(tx).mostSupported(limit + 1))
      return seen(actor, found.filter(idea => idea.id !== id && idea.state !== 'aside').slice(0, limit))
    },
  }
}
