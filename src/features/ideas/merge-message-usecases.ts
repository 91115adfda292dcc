import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { MessageUsecases } from '../messages/index.ts'
import { type IdeaSeen, readable, standing } from './domain.ts'
import type { Ground, GroundParts, GroundStore } from './ground-usecases.ts'
import { askedOf, type Merge, type MergeSeen, type MergeStep } from './merge.ts'
import type { MergeStore } from './merge-usecases.ts'
import type { SearchStore } from './search-usecases.ts'

type Parts = GroundParts & {
  readonly store: (tx: Tx) => GroundStore & MergeStore & Pick<SearchStore, 'mostSupported'>
  readonly messages: Pick<MessageUsecases, 'tell'>
}

/** People told in one transaction. */
const TOLD = 50

/** Has `person` told of the merge once for each step; `idea`: the one that the message is about. */
export type TellMerge = (tx: Tx, person: string, merge: Merge, idea: string, step: MergeStep) => Promise<void>

export function tellingMerges({ messages }: Pick<Parts, 'messages'>): TellMerge {
  return async (tx, person, { id, from }, idea, step) => {
    await messages.tell(tx, {
      person,
      topic: 'idea-answered',
      reason: `idea:${from}:${step}:${id}`,
      subject: { idea, merge: id, step },
      by: 'ideas',
    })
  }
}

/** How those concerned hear that ideas were joined, or taken apart. */
export function mergeMessageUsecases(parts: Parts, { seen, seenOne }: Ground) {
  const { store, transact, read, note, clock } = parts
  const tell = tellingMerges(parts)
  return {
    /** Tells a page of those whose support moved, and both authors, what became of the merge. */
    tellMerged: (id: string, by: string, after: string): Promise<void> =>
      transact(async tx => {
        const merge = await store(tx).findMerge(id)
        if (merge?.state !== 'merged' && merge?.state !== 'undone') return
        const { from, into, state, settledAt = clock.now() } = merge
        const people = await store(tx).movedSupporters(from, { until: settledAt, limit: TOLD, after })
        const author = standing(await store(tx).find(into)).author
        const step = state === 'merged' ? 'merged' : 'unmerged'
        for (const person of new Set(after === '' ? [author, ...people] : people)) {
          const idea = state === 'merged' || person === author ? into : from
          if (person !== by) await tell(tx, person, merge, idea, step)
        }
        const last = people.at(-1)
        if (people.length < TOLD || last === undefined) return
        const payload = { merge: id, by, after: last }
        await note(tx, { kind: 'ideas.merged', payload, mergeKey: `ideas.merged:${id}:${state}:${last}` })
      }),

    /**
     * A proposal or a merge as somebody is told of it. @throws Refusal `gone`, `idea-hidden` (one of the ideas)
     */
    async mergeSeen(actor: Actor, id: string): Promise<MergeSeen> {
      const [merge, from, into, group] = await read(async tx => {
        const merge = standing(await store(tx).findMerge(id))
        const from = readable(await store(tx).find(merge.from), actor)
        const into = readable(await store(tx).find(merge.into), actor)
        const root = into.root === undefined ? into : readable(await store(tx).find(into.root), actor)
        return [merge, from, root, [root, ...(await store(tx).joinedWith([root.id]))]] as const
      })
      return {
        merge,
        from: await seenOne(actor, from),
        into: await seenOne(actor, into),
        wrote: [from, ...group].some(({ author }) => author === actor.id),
        asked: askedOf(merge, [from, into]) === actor.id,
      }
    },

    /** Ideas that this one may be joined with, the most supported first: at most `limit`. */
    async mergeChoices(actor: Actor, id: string, limit: number): Promise<readonly IdeaSeen[]> {
      const found = await read(tx => store(tx).mostSupported(limit + 1))
      return seen(actor, found.filter(idea => idea.id !== id && idea.state !== 'aside').slice(0, limit))
    },
  }
}
