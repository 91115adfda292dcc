import type { Tx } from '../../kernel/tx.ts'
import type { Idea } from './domain.ts'
import type { Ground, GroundParts, GroundStore } from './ground-usecases.ts'
import type { IdeaState } from './state.ts'
import type { IdeaStore } from './usecases.ts'

/** What becomes of ideas that others supported, as their author chooses. */
export type Parting = 'unname' | 'withdraw'

export type LeavingStore = {
  /** Ideas that the person wrote, commented or supports, each once, in order of their ids. */
  readonly touchedBy: (person: string) => Promise<readonly string[]>
  /** Whether anybody but the person supports the idea. */
  readonly hasOthers: (idea: string, person: string) => Promise<boolean>
  /** Whether anybody but the person supports an idea that they wrote and did not withdraw. */
  readonly hasSupported: (person: string) => Promise<boolean>
  readonly removeComments: (idea: string, person: string) => Promise<void>
  /** Takes the person's name off what was typed for them at workshops that they had a seat in. */
  readonly uncredit: (person: string) => Promise<void>
}

type Parts = GroundParts & { readonly store: (tx: Tx) => GroundStore & LeavingStore & IdeaStore }

/** Nothing of others’ rests on an idea in these: it may go. */
const LOOSE: readonly IdeaState[] = ['received', 'studied', 'answered', 'aside']

/** What becomes of what somebody wrote, said and supported when their data is erased. */
export function leavingUsecases({ store, note }: Parts, ground: Ground) {
  async function isLoose(tx: Tx, { id, state, root }: Idea): Promise<boolean> {
    if (!LOOSE.includes(state) || root !== undefined) return false
    return (await store(tx).joinedWith([id])).length === 0 && !(await ground.isBalloted(tx, id))
  }

  async function takeAway(tx: Tx, idea: Idea): Promise<void> {
    const { id, state } = idea
    await store(tx).setText(id, '')
    await ground.findable(tx, id, '')
    if (state === 'withdrawn') return
    await store(tx).withdraw(id)
    await ground.happened(tx, 'withdrawn', idea, undefined)
    await note(tx, { kind: 'ideas.moderated', payload: { idea: id }, mergeKey: `ideas.moderated:${id}` })
  }

  /** Goes where nobody else holds on to it, or where the author wants it and nothing rests on it; else it has no name. */
  async function part(tx: Tx, idea: Idea, person: string, parting: Parting): Promise<void> {
    const goes =
      idea.state === 'withdrawn' ||
      ((await isLoose(tx, idea)) && (parting === 'withdraw' || !(await store(tx).hasOthers(idea.id, person))))
    await (goes ? takeAway(tx, idea) : store(tx).setUnnamed(idea.id))
  }

  async function forget(tx: Tx, id: string, person: string, parting: Parting): Promise<void> {
    const idea = await store(tx).lock(id)
    if (!idea) return
    if (idea.author === person) await part(tx, idea, person, parting)
    const counted = idea.root ?? id
    await store(tx).removeSupport(counted, person)
    await store(tx).recount(counted)
    await store(tx).removeComments(id, person)
    await store(tx).recountComments(id)
    await ground.changed(tx, idea)
  }

  return {
    hasSupported: (tx: Tx, person: string): Promise<boolean> => store(tx).hasSupported(person),

    /**
     * In the transaction that erases the person: supports and comments go and what they counted for is counted again,
     * ideas go or stay without a name, and the cards that stand in channels are drawn again.
     */
    async leave(tx: Tx, person: string, parting: Parting): Promise<void> {
      for (const id of await store(tx).touchedBy(person)) await forget(tx, id, person, parting)
      await store(tx).uncredit(person)
    },
  }
}
