import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { done, gather, settle } from '../../../kernel/storage/gathering.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaSeen, permitOn } from '../idea/domain.ts'
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

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'clock' | 'people'> & {
  readonly store: (
    tx: Tx,
  ) => Pick<SupportStore, 'putSupport' | 'removeSupport' | 'unplaced' | 'place' | 'recount'>
  readonly answersDue: Pick<AnswersDue, 'start'>
}

/** `supports`: false takes it back. */
type Ask = { readonly actor: Actor; readonly supports: boolean }

export type SupportUsecases = ReturnType<typeof supportUsecases>

export function supportUsecases(
  { ideaStore, store, transact, read, clock, people, answersDue }: Parts,
  context: Pick<IdeaContext, 'withAny' | 'lockedIn' | 'seenOne'>,
) {
  const { withAny, lockedIn, seenOne } = context

  /** The author of an idea merged into this one supports both, as any author does. */
  async function checkAuthor(tx: Tx, id: string, person: string): Promise<void> {
    const joined = await ideaStore(tx).joinedWith([id])
    if (joined.some(({ author }) => author === person)) throw new Refusal('own-idea')
  }

  async function put(tx: Tx, idea: Idea, { actor, supports }: Ask): Promise<void> {
    permitOn(IDEA_PERMISSIONS.support, idea, actor)
    const { id: person, direction } = actor
    const known = direction === undefined ? {} : { direction }
    if (supports) return store(tx).putSupport({ idea: idea.id, person, at: clock.now(), ...known })
    await checkAuthor(tx, idea.id, person)
    await store(tx).removeSupport(idea.id, person)
  }

  /** Supports of one idea that come together are counted again once. */
  const support = gather(transact, async (tx, asks: readonly Ask[], id) => {
    const settled: PromiseSettledResult<void>[] = []
    const idea = await lockedIn(tx, id, async (tx, found) => {
      for (const ask of asks) settled.push(await settle(() => put(tx, found, ask)))
      const stored = asks.filter((_, at) => settled[at]?.status === 'fulfilled')
      const supporters = stored.filter(({ supports }) => supports).map(({ actor }) => actor.id)
      await people.tookPart(tx, ...supporters)
      if (stored.length > 0) await store(tx).recount(id)
      if (supporters.length > 0) await answersDue.start(tx, id)
    })
    return settled.map(each => (each.status === 'fulfilled' ? done(idea) : each))
  })

  return {
    /**
     * Sets whether `actor` supports the idea. Idempotent.
     * @throws Refusal `gone`, `own-idea`, `idea-hidden`, `idea-merged`
     */
    async support(actor: Actor, id: string, supports: boolean): Promise<IdeaSeen> {
      return seenOne(actor, await support({ actor, supports }, id))
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
