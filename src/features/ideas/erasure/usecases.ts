import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY, HOUR } from '../../../kernel/time/clock.ts'
import type { AnonymityStore } from '../anonymity/usecases.ts'
import type { CommentStore } from '../comments/usecases.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Idea } from '../idea/domain.ts'
import type { IdeaState } from '../idea/state.ts'
import type { MergeStore } from '../merging/rows.ts'
import type { SupportStore } from '../support/usecases.ts'

/** What becomes of ideas that others supported, and of those without a name, as their author chooses. */
export type Parting = 'unname' | 'withdraw'

/** An idea without a name that is to go. `dueAt`: milliseconds. */
type LeavingIdea = { readonly idea: string; readonly dueAt: number }

export type IdeaErasureStore = {
  /** Ideas that the person wrote, commented or supports, each once, in order of their ids. */
  readonly touchedBy: (person: string) => Promise<readonly string[]>
  /** Whether anybody but the person supports the idea. */
  readonly hasOthers: (idea: string, person: string) => Promise<boolean>
  /** Whether the person wrote an idea without a name, or one that somebody else supports, and did not withdraw it. */
  readonly hasChoice: (person: string) => Promise<boolean>
  readonly removeComments: (idea: string, person: string) => Promise<void>
  /** `nobody` stands for the author from now on, here alone: of the idea, what they said under it and asked for it. */
  readonly handOver: (idea: string, author: string, nobody: string) => Promise<void>
  /** Takes the person's name off what was typed for them at workshops that they had a seat in. */
  readonly uncredit: (person: string) => Promise<void>
  /** All that is to go, in order of the ids. */
  readonly leaving: () => Promise<readonly LeavingIdea[]>
  /** Writes anew what is to go, so that no row stands beside another because both came at once. */
  readonly putLeaving: (rows: readonly LeavingIdea[]) => Promise<void>
  readonly removeLeaving: (idea: string) => Promise<void>
  /** Writes all ideas without a name and what hangs on them at once, so that no row says with which others it was written. */
  readonly writeTogether: () => Promise<void>
  /** Puts the rows in the order of their ids, where an engine keeps that in which they were written. */
  readonly sortRows: () => Promise<void>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'note' | 'clock' | 'ids'> & {
  readonly store: (tx: Tx) => IdeaErasureStore
  readonly mergeStore: (tx: Tx) => Pick<MergeStore, 'lockAll'>
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'removeSupport' | 'recount'>
  readonly commentStore: (tx: Tx) => Pick<CommentStore, 'recountComments'>
  readonly anonymityStore: (tx: Tx) => Pick<AnonymityStore, 'setUnnamed'>
  /** From 0 to 1, 1 excluded, foreseen by nobody. */
  readonly lot: () => number
}

type Context = Pick<IdeaContext, 'isBalloted' | 'findable' | 'happened' | 'changed'>

/** Nothing of others’ rests on an idea in these: it may go. */
const LOOSE: readonly IdeaState[] = ['received', 'studied', 'answered', 'aside']
/** An idea without a name goes within this time, where its author wants it. */
export const LEFT_WITHIN = 30 * DAY
/** So late, nothing ran meanwhile: what went at once would be seen to have waited together. */
const LATE = DAY

export type IdeaErasureUsecases = ReturnType<typeof leavingUsecases>

/** What becomes of what somebody wrote, said and supported when their data is erased. */
export function leavingUsecases(parts: Parts, context: Context) {
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

  async function takeAway(tx: Tx, idea: Idea): Promise<void> {
    const { id, state } = idea
    await ideaStore(tx).setText(id, '')
    await context.findable(tx, id, '')
    if (state === 'withdrawn') return
    await ideaStore(tx).withdraw(id)
    await context.happened(tx, 'withdrawn', idea, undefined)
    await note(tx, { kind: 'ideas.moderated', payload: { idea: id }, mergeKey: `ideas.moderated:${id}` })
  }

  /** Goes where nobody else holds on to it, or where the author wants it and nothing rests on it; else it has no name. */
  async function part(tx: Tx, idea: Idea, person: string, parting: Parting): Promise<void> {
    const goes =
      idea.state === 'withdrawn' ||
      ((await isLoose(tx, idea)) && (parting === 'withdraw' || !(await store(tx).hasOthers(idea.id, person))))
    await (goes ? takeAway(tx, idea) : anonymityStore(tx).setUnnamed(idea.id))
  }

  /** `isTheirs`: it shows no name, and what was theirs there is nobody's by now. */
  async function forget(tx: Tx, idea: Idea, person: string, isTheirs: boolean): Promise<void> {
    const { id } = idea
    const counted = idea.root ?? id
    await supportStore(tx).removeSupport(counted, person)
    await supportStore(tx).recount(counted)
    await store(tx).removeComments(id, person)
    await commentStore(tx).recountComments(id)
    // What goes of others' ideas no card shows; and one that showed no name stays as it was.
    if (idea.author === person && !isTheirs) await context.changed(tx, idea)
  }

  /** The fact and its moment say nothing of which idea is due. */
  async function lookLater(tx: Tx): Promise<void> {
    const dueAt = clock.now() + HOUR / 2 + Math.floor(lot() * HOUR)
    await note(tx, { kind: 'ideas.leave', payload: {}, mergeKey: 'ideas.leave', dueAt })
  }

  const drawn = ({ id: idea }: Pick<Idea, 'id'>): LeavingIdea => ({
    idea,
    dueAt: clock.now() + Math.floor(lot() * LEFT_WITHIN),
  })

  /** Each goes at a moment that has to do with no other. */
  async function leaveLater(tx: Tx, ideas: readonly Idea[]): Promise<void> {
    if (ideas.length === 0) return
    await store(tx).putLeaving([...(await store(tx).leaving()), ...ideas.map(drawn)])
    await lookLater(tx)
  }

  function goNow(id: string): Promise<void> {
    return transact(async tx => {
      const idea = await ideaStore(tx).lock(id)
      await store(tx).removeLeaving(id)
      if (!idea || !(await isLoose(tx, idea))) return
      await store(tx).removeComments(id, idea.author)
      await commentStore(tx).recountComments(id)
      await takeAway(tx, idea)
      await context.changed(tx, idea)
    })
  }

  return {
    hasChoice: (tx: Tx, person: string): Promise<boolean> => store(tx).hasChoice(person),

    /**
     * In the transaction that erases the person: supports and comments go and what they counted for is counted again,
     * ideas go or stay without a name, and the cards of theirs that stand in channels are drawn again. An idea that showed no name
     * stays just as it was, with its author's support and words, so that nobody sees whose it is by what changes with the
     * rest; with `withdraw` it goes at a moment of its own, within `LEFT_WITHIN`.
     */
    async leave(tx: Tx, person: string, parting: Parting): Promise<void> {
      const touched = await mergeStore(tx).lockAll(await store(tx).touchedBy(person))
      const theirs = touched.filter(({ author }) => author === person)
      const unnamed = theirs.filter(idea => idea.unnamed && idea.state !== 'withdrawn')
      for (const { id } of unnamed) await store(tx).handOver(id, person, ids.next())
      for (const idea of theirs) if (!unnamed.includes(idea)) await part(tx, idea, person, parting)
      for (const idea of touched) await forget(tx, idea, person, unnamed.includes(idea))
      if (parting === 'withdraw') await leaveLater(tx, unnamed)
      await store(tx).uncredit(person)
    },

    /** Takes away what is due, unless others hold on to it by now. What is late is given another moment. */
    async leaveDue(): Promise<void> {
      const now = clock.now()
      const due = (await read(tx => store(tx).leaving())).filter(({ dueAt }) => dueAt <= now)
      for (const { idea, dueAt } of due) if (now - dueAt <= LATE) await goNow(idea)
      await transact(async tx => {
        const left = await store(tx).leaving()
        if (left.length === 0) return
        const isLate = ({ dueAt }: LeavingIdea) => now - dueAt > LATE
        if (left.some(isLate))
          await store(tx).putLeaving(left.map(each => (isLate(each) ? drawn({ id: each.idea }) : each)))
        await lookLater(tx)
      })
    },

    /**
     * Leaves nothing in how rows stand on the disk, and so in a backup, of which ideas were written to together when their
     * author was erased.
     */
    async evenOut(): Promise<void> {
      await transact(tx => store(tx).writeTogether())
      await transact(tx => store(tx).sortRows())
    },

    /** At start: what is to go is looked after, whatever became of the fact that did. */
    resumeLeaving: (): Promise<void> =>
      transact(async tx => {
        if ((await store(tx).leaving()).length > 0) await lookLater(tx)
      }),
  }
}
