import type { Parting } from '../../../kernel/personal-data/erasure.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY, HOUR } from '../../../kernel/time/clock.ts'
import type { AnonymityStore } from '../anonymity/usecases.ts'
import type { CommentStore } from '../comments/usecases.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Idea } from '../idea/domain.ts'
import type { IdeaState } from '../idea/state.ts'
import type { MergeStore } from '../merging/rows.ts'
import type { SupportStore } from '../support/usecases.ts'

/** An anonymous idea scheduled for deletion. `dueAt`: milliseconds. */
type ScheduledErasure = { readonly idea: string; readonly dueAt: number }

export type IdeaErasureStore = {
  /** Ideas that the person wrote, commented or supports, each once, sorted by id. */
  readonly touchedBy: (person: string) => Promise<readonly string[]>
  /** Whether anybody but the person supports the idea. */
  readonly hasOthers: (idea: string, person: string) => Promise<boolean>
  /**
   * Whether `Parting` matters for the person: they wrote, and did not withdraw, an idea that is anonymous or that
   * somebody else supports.
   */
  readonly hasChoice: (person: string) => Promise<boolean>
  readonly removeComments: (idea: string, person: string) => Promise<void>
  /**
   * Replaces the author by the pseudonym `nobody` in this idea alone: its authorship, their comments and their support.
   */
  readonly handOver: (idea: string, author: string, nobody: string) => Promise<void>
  /** Removes the person's name from harvested ideas of workshops where they had a seat. */
  readonly uncredit: (person: string) => Promise<void>
  /** All ideas scheduled for deletion, sorted by id. */
  readonly scheduled: () => Promise<readonly ScheduledErasure[]>
  /** Rewrites all scheduled rows, so that their order on disk does not show which came together. */
  readonly putScheduled: (rows: readonly ScheduledErasure[]) => Promise<void>
  readonly removeScheduled: (idea: string) => Promise<void>
  /**
   * Rewrites all anonymous ideas and their dependent rows at once, so that disk order does not show which had the same
   * author.
   */
  readonly writeTogether: () => Promise<void>
  /** Sorts the rows by id on an engine that keeps them in the order of writing. */
  readonly sortRows: () => Promise<void>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'note' | 'clock' | 'ids'> & {
  readonly store: (tx: Tx) => IdeaErasureStore
  readonly mergeStore: (tx: Tx) => Pick<MergeStore, 'lockAll'>
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'removeSupport' | 'recount'>
  readonly commentStore: (tx: Tx) => Pick<CommentStore, 'recountComments'>
  readonly anonymityStore: (tx: Tx) => Pick<AnonymityStore, 'setUnnamed'>
  /** Random number in [0, 1), unpredictable. */
  readonly lot: () => number
}

type Context = Pick<IdeaContext, 'isBalloted' | 'findable' | 'happened' | 'changed'>

/** States in which an idea may be deleted: nothing of other people depends on it. */
const LOOSE: readonly IdeaState[] = ['received', 'studied', 'answered', 'aside']
/** An anonymous idea is deleted at a random moment within this time, where its author wants it. */
export const ERASED_WITHIN = 30 * DAY
/**
 * A deletion this late means that the server was stopped: doing the overdue ones together would link them, so they are
 * rescheduled.
 */
const LATE = DAY

export type IdeaErasureUsecases = ReturnType<typeof ideaErasureUsecases>

/** Erases what somebody wrote, commented and supported. */
export function ideaErasureUsecases(parts: Parts, context: Context) {
  const {
    ideaStore,
    store,
    mergeStore,
    supportStore,
    commentStore,
    anonymityStore,
    transact,
    read,
    note,
    clock,
    ids,
    lot,
  } = parts

  async function isLoose(tx: Tx, { id, state, root }: Idea): Promise<boolean> {
    if (!LOOSE.includes(state) || root !== undefined) return false
    return (await ideaStore(tx).joinedWith([id])).length === 0 && !(await context.isBalloted(tx, id))
  }

  async function erase(tx: Tx, idea: Idea): Promise<void> {
    const { id, state } = idea
    await ideaStore(tx).setText(id, '')
    await context.findable(tx, id, '')
    if (state === 'withdrawn') return
    await ideaStore(tx).withdraw(id)
    await context.happened(tx, 'withdrawn', idea, undefined)
    await note(tx, { kind: 'ideas.moderated', payload: { idea: id }, mergeKey: `ideas.moderated:${id}` })
  }

  /**
   * Deletes the idea where nobody else has a stake in it, or where the author wants it and its state allows it; else
   * anonymises it.
   */
  async function eraseIdea(tx: Tx, idea: Idea, person: string, parting: Parting): Promise<void> {
    const goes =
      idea.state === 'withdrawn' ||
      ((await isLoose(tx, idea)) && (parting === 'withdraw' || !(await store(tx).hasOthers(idea.id, person))))
    await (goes ? erase(tx, idea) : anonymityStore(tx).setUnnamed(idea.id))
  }

  /** `isTheirs`: the idea shows no name and its rows are handed over to a pseudonym already. */
  async function forget(tx: Tx, idea: Idea, person: string, isTheirs: boolean): Promise<void> {
    const { id } = idea
    const counted = idea.root ?? id
    await supportStore(tx).removeSupport(counted, person)
    await supportStore(tx).recount(counted)
    await store(tx).removeComments(id, person)
    await commentStore(tx).recountComments(id)
    // Cards show neither comments nor supporters of others' ideas, and an anonymous idea looks as before.
    if (idea.author === person && !isTheirs) await context.changed(tx, idea)
  }

  /** Schedules the deletion job. The fact and its due time do not say which idea is due. */
  async function scheduleErasure(tx: Tx): Promise<void> {
    const dueAt = clock.now() + HOUR / 2 + Math.floor(lot() * HOUR)
    await note(tx, { kind: 'ideas.leave', payload: {}, mergeKey: 'ideas.leave', dueAt })
  }

  const drawn = ({ id: idea }: Pick<Idea, 'id'>): ScheduledErasure => ({
    idea,
    dueAt: clock.now() + Math.floor(lot() * ERASED_WITHIN),
  })

  /** Gives each idea a random time of deletion of its own, so that they cannot be linked. */
  async function eraseLater(tx: Tx, ideas: readonly Idea[]): Promise<void> {
    if (ideas.length === 0) return
    await store(tx).putScheduled([...(await store(tx).scheduled()), ...ideas.map(drawn)])
    await scheduleErasure(tx)
  }

  function eraseNow(id: string): Promise<void> {
    return transact(async tx => {
      const idea = await ideaStore(tx).lock(id)
      await store(tx).removeScheduled(id)
      if (!idea || !(await isLoose(tx, idea))) return
      await store(tx).removeComments(id, idea.author)
      await commentStore(tx).recountComments(id)
      await erase(tx, idea)
      await context.changed(tx, idea)
    })
  }

  return {
    hasChoice: (tx: Tx, person: string): Promise<boolean> => store(tx).hasChoice(person),

    /**
     * In the transaction that erases the person: supports and comments go and what they counted for is counted again,
     * ideas go or stay without a name, and the cards of theirs that stand in channels are drawn again. An idea that showed no name
     * stays just as it was, with its author's support and words, so that nobody sees whose it is by what changes with the
     * rest; with `withdraw` it goes at a moment of its own, within `ERASED_WITHIN`.
     */
    async leave(tx: Tx, person: string, parting: Parting): Promise<void> {
      const touched = await mergeStore(tx).lockAll(await store(tx).touchedBy(person))
      const theirs = touched.filter(({ author }) => author === person)
      const unnamed = theirs.filter(idea => idea.unnamed && idea.state !== 'withdrawn')
      for (const { id } of unnamed) await store(tx).handOver(id, person, ids.next())
      for (const idea of theirs) if (!unnamed.includes(idea)) await eraseIdea(tx, idea, person, parting)
      for (const idea of touched) await forget(tx, idea, person, unnamed.includes(idea))
      if (parting === 'withdraw') await eraseLater(tx, unnamed)
      await store(tx).uncredit(person)
    },

    /** Deletes what is due, unless others now have a stake in it. Overdue rows get a new random time. */
    async eraseDue(): Promise<void> {
      const now = clock.now()
      const due = (await read(tx => store(tx).scheduled())).filter(({ dueAt }) => dueAt <= now)
      for (const { idea, dueAt } of due) if (now - dueAt <= LATE) await eraseNow(idea)
      await transact(async tx => {
        const left = await store(tx).scheduled()
        if (left.length === 0) return
        const isLate = ({ dueAt }: ScheduledErasure) => now - dueAt > LATE
        if (left.some(isLate))
          await store(tx).putScheduled(left.map(each => (isLate(each) ? drawn({ id: each.idea }) : each)))
        await scheduleErasure(tx)
      })
    },

    /**
     * Rewrites rows so that their position on disk, and so in a backup, does not show which ideas an erasure changed
     * together.
     */
    async rewriteRows(): Promise<void> {
      await transact(tx => store(tx).writeTogether())
      await transact(tx => store(tx).sortRows())
    },

    /** At start: schedules the deletion job again, in case its fact was lost. */
    resumeErasure: (): Promise<void> =>
      transact(async tx => {
        if ((await store(tx).scheduled()).length > 0) await scheduleErasure(tx)
      }),
  }
}
