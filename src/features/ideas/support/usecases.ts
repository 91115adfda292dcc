import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type IdeaSeen, permitOn } from '../idea/domain.ts'
import type { AnswersDue } from './answer-due-usecases.ts'
import type { Support } from './domain.ts'

export type SupportStore = {
  /** Adds the support, or updates the Direction of an existing one. */
  readonly putSupport: (support: Support) => Promise<void>
  /** Removes the person's supports of the idea and of those merged into it. */
  readonly removeSupport: (idea: string, person: string) => Promise<void>
  /**
   * Ideas that the person supports since before their Direction was known, at most 500; without their own unnamed ones.
   */
  readonly unplaced: (person: string) => Promise<readonly string[]>
  /**
   * Assigns the person's support, and the idea if it is theirs, to `direction` unless they have one. Unnamed ideas of
   * theirs, and their own support of them, are left as they are.
   */
  readonly place: (id: string, person: string, direction: string) => Promise<void>
  /**
   * Counts again the supports and Directions that stand beside the idea: each person once, under one Direction. Where one
   * of those joined shows no name, each author counts for each idea that they wrote and once more for what they support:
   * a sum that were one less would say that two are of one person, or that one supports the other.
   */
  readonly recount: (id: string) => Promise<void>
  /** Which of `ideas` the person supports. */
  readonly supportedBy: (person: string, ideas: readonly string[]) => Promise<ReadonlySet<string>>
  /** Who supports the idea, its author included, by id, from just after `after`. */
  readonly supporters: (id: string, limit: number, after: string) => Promise<readonly string[]>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read' | 'clock' | 'people'> & {
  readonly store: (
    tx: Tx,
  ) => Pick<SupportStore, 'putSupport' | 'removeSupport' | 'unplaced' | 'place' | 'recount'>
  readonly answersDue: Pick<AnswersDue, 'start'>
}

export type SupportUsecases = ReturnType<typeof supportUsecases>

export function supportUsecases(
  { ideaStore, store, read, clock, people, answersDue }: Parts,
  context: Pick<IdeaContext, 'withAny' | 'withLocked' | 'seenOne'>,
) {
  const { withAny, withLocked, seenOne } = context

  /** The author of an idea merged into this one supports both, as any author does. */
  async function checkAuthor(tx: Tx, id: string, person: string): Promise<void> {
    const joined = await ideaStore(tx).joinedWith([id])
    if (joined.some(({ author }) => author === person)) throw new Refusal('own-idea')
  }

  return {
    /**
     * Sets whether `actor` supports the idea. Idempotent.
     * @throws Refusal `gone`, `own-idea`, `idea-hidden`, `idea-merged`
     */
    async support(actor: Actor, id: string, support: boolean): Promise<IdeaSeen> {
      const { id: person, direction } = actor
      const idea = await withLocked(id, async (tx, found) => {
        permitOn(IDEA_PERMISSIONS.support, found, actor)
        const known = direction === undefined ? {} : { direction }
        if (support) {
          await store(tx).putSupport({ idea: id, person, at: clock.now(), ...known })
          await people.tookPart(tx, person)
        } else {
          await checkAuthor(tx, id, person)
          await store(tx).removeSupport(id, person)
        }
        await store(tx).recount(id)
        if (support) await answersDue.start(tx, id)
      })
      return seenOne(actor, idea)
    },

    /**
     * Assigns what the person submitted and supported before declaring a Direction to it. Unnamed ideas are left out:
     * changing together with named ones, they would be identified.
     */
    async place(person: string, direction: string): Promise<void> {
      for (const id of await read(tx => store(tx).unplaced(person))) {
        await withAny(id, async tx => {
          await store(tx).place(id, person, direction)
          await store(tx).recount(id)
          await answersDue.start(tx, id)
        })
      }
    },
  }
}
