import type { Actor } from '../../../kernel/access/actor.ts'
import { ORGANISERS } from '../../../kernel/access/permission.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { hides } from '../idea/anonymity.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type Idea, requireFound } from '../idea/domain.ts'
import type { AnswersDue } from '../support/answer-due-usecases.ts'
import type { SupportStore } from '../support/usecases.ts'
import type { Merge } from './domain.ts'
import { MERGE_PERMISSIONS } from './domain.ts'
import type { MergeStore } from './rows.ts'

type Parts = Pick<IdeaContextParts, 'transact' | 'note' | 'audit' | 'clock' | 'ids'> & {
  readonly mergeStore: (tx: Tx) => MergeStore
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'recount'>
  readonly answersDue: Pick<AnswersDue, 'redate'>
}
type Work<T> = (tx: Tx, ideas: ReadonlyMap<string, Idea>) => Promise<T>

/** Retries: many more than people who merge the same ideas at once. */
const ATTEMPTS = 25

/**
 * Nobody, where the name would say who wrote an idea whose author stays unnamed: in the thread, and in the journal, where
 * a pseudonym stands beside their other acts. An organiser joins any idea, and is named for their own as for all others.
 */
export function namedFor(actor: Actor, from: Idea, into: Idea): Actor | undefined {
  const asAuthor = !ORGANISERS.includes(actor.role) && (hides(from, actor) || hides(into, actor))
  return asAuthor ? undefined : actor
}

export type MergeGroups = ReturnType<typeof mergeGroups>

/** Merge groups, locked as a whole. */
export function mergeGroups(
  { mergeStore, supportStore, answersDue, transact, note, audit, clock, ids: newIds }: Parts,
  { changed, happened }: Pick<IdeaContext, 'changed' | 'happened'>,
) {
  async function liveMerge(tx: Tx, from: string): Promise<Merge> {
    return requireFound((await mergeStore(tx).mergesOf(from)).find(({ state }) => state === 'merged'))
  }

  /** An author who separates two ideas refuses to merge them, as if they had been asked. */
  async function decline(tx: Tx, actor: Actor, from: Idea, into: Idea): Promise<void> {
    const authors = [from.author, into.author]
    const other = authors.find(author => author !== actor.id)
    if (!other || !authors.includes(actor.id)) return
    const id = newIds.next()
    const no = { id, from: from.id, into: into.id, by: other, state: 'declined', at: clock.now() } as const
    await mergeStore(tx).addMerge(no)
  }

  /** Separates `from`, merged into another of `ideas`. */
  async function separate(tx: Tx, actor: Actor, from: Idea, ideas: ReadonlyMap<string, Idea>) {
    const merge = await liveMerge(tx, from.id)
    const [into, root] = [requireFound(ideas.get(merge.into)), requireFound(from.root)]
    await mergeStore(tx).setMerge(merge.id, { state: 'undone', settledAt: clock.now() })
    await decline(tx, actor, from, into)
    await mergeStore(tx).part(from.id, requireFound(merge.fromState))
    await supportStore(tx).recount(from.id)
    await supportStore(tx).recount(root)
    await answersDue.redate(tx, from.id)
    await answersDue.redate(tx, root)
    const named = namedFor(actor, from, into)
    await happened(tx, 'unmerged', from, named, into.id)
    await happened(tx, 'unmerged', into, named, from.id)
    await note(tx, { kind: 'ideas.merged', payload: { merge: merge.id, by: actor.id, after: '' } })
    if (named) await audit(tx, actor, MERGE_PERMISSIONS.undoMerge.act, from.id)
  }

  return {
    liveMerge,
    separate,

    /** Separates all ideas merged directly into `root`; their own groups stay together. */
    async separateAll(tx: Tx, actor: Actor, root: string, ideas: ReadonlyMap<string, Idea>): Promise<void> {
      for (const idea of ideas.values()) {
        if (idea.root === root && (await liveMerge(tx, idea.id)).into === root)
          await separate(tx, actor, idea, ideas)
      }
    },

    /** Runs `work` on the ideas and their whole merge groups, locked until it ends. */
    async withGroups<T>(ids: readonly string[], work: Work<T>): Promise<T> {
      for (let left = ATTEMPTS; left > 0; left--) {
        const done = await transact(async tx => {
          const wanted = await mergeStore(tx).groups(ids)
          const ideas = await mergeStore(tx).lockAll(wanted)
          // The group changed while this waited for the locks: not all of it is locked.
          if (String(await mergeStore(tx).groups(ids)) !== String(wanted)) return undefined
          const result = await work(tx, new Map(ideas.map(idea => [idea.id, idea])))
          for (const idea of ideas) await changed(tx, idea)
          return { result }
        })
        if (done) return done.result
      }
      throw new Error('ideas were joined and taken apart too often to be held')
    },
  }
}
