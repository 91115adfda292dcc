import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { actable, type Idea, requireFound } from '../idea/domain.ts'
import { checkShown } from '../idea/hiding.ts'
import type { Stepping, Steps } from '../idea/state-usecases.ts'
import type { Pendings } from './take-back-usecases.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore'> & {
  readonly applyPending: Pendings['applyPending']
  readonly notifyFollowers: Steps['notifyFollowers']
}

export type IdeaInitiativeUsecases = ReturnType<typeof ideaInitiativeUsecases>

/** What an initiative needs of the idea that it came from. */
export function ideaInitiativeUsecases(
  { ideaStore, applyPending, notifyFollowers }: Parts,
  context: Pick<IdeaContext, 'changed'>,
) {
  /** With its pending decision applied first: whoever has just retained an idea may carry it at once. */
  async function held(tx: Tx, id: string): Promise<Idea> {
    const idea = requireFound(await ideaStore(tx).lock(id))
    return idea.state === 'initiative' ? idea : applyPending(tx, idea)
  }

  return {
    /**
     * The idea, locked until the transaction ends, dependent rows as well.
     * @throws Refusal `gone`, `idea-hidden`, `idea-merged`
     */
    hold: async (tx: Tx, id: string): Promise<Idea> => actable(await held(tx, id)),

    /**
     * Makes a retained idea an initiative, and notifies those concerned of `stepping`. Idempotent.
     * @throws Refusal `gone`, `idea-hidden`, `idea-not-retained`
     */
    async becomeInitiative(
      tx: Tx,
      actor: Actor,
      id: string,
      stepping: Pick<Stepping, 'detail' | 'also' | 'teller' | 'subject'> = {},
    ): Promise<Idea> {
      const idea = await held(tx, id)
      checkShown(idea)
      if (idea.state === 'initiative') return idea
      if (idea.state !== 'retained') throw new Refusal('idea-not-retained')
      await ideaStore(tx).setState(id, 'initiative')
      await notifyFollowers(tx, { ...stepping, idea: id, step: 'initiative', by: actor })
      await context.changed(tx, idea)
      return { ...idea, state: 'initiative' }
    },

    /** Schedules an edit of the idea's cards in channels, drawn from its state at that time. */
    redraw: context.changed,
  }
}
