import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import type { InitiativeContext, InitiativeStore } from './context-usecases.ts'
import { type Initiative, type InitiativeTrialState, PHASES, type SheetPhase } from './domain.ts'
import { stepsBetween } from './sheet.ts'
import type { TellStep } from './step-usecases.ts'

/** What a trial makes of its initiative. */
export type InitiativeFollowing = {
  /** Undefined: nothing of a trial is left on it. */
  readonly trial: InitiativeTrialState | undefined
  /** The phase it comes to, from any or from one of `from` alone. */
  readonly phase?: SheetPhase
  readonly from?: readonly SheetPhase[]
  /** Its outcome, where it has none. */
  readonly outcome?: string
  /** Who follows it hears of it otherwise. */
  readonly untold?: true
}

type Parts = {
  readonly store: (tx: Tx) => Pick<InitiativeStore, 'setSheet' | 'setTrial'>
  readonly context: Pick<InitiativeContext, 'held' | 'holding'>
  readonly ideas: Pick<IdeaUsecases, 'hold' | 'redraw'>
  readonly tell: TellStep
  readonly thread: Pick<ThreadUsecases, 'add'>
  readonly clock: Clock
}

export type InitiativeTrialUsecases = ReturnType<typeof initiativeTrials>

function followedSheet(
  before: Initiative,
  { phase = before.phase, from = PHASES, outcome = '' }: InitiativeFollowing,
) {
  const { title, problem, story, inspiring, resources } = before
  return {
    title,
    problem,
    story,
    inspiring,
    resources,
    phase: from.includes(before.phase) ? phase : before.phase,
    outcome: before.outcome === '' ? outcome : before.outcome,
  }
}

/** What trials, to the right, need of an initiative. */
export function initiativeTrials({ store, context, ideas, tell, thread, clock }: Parts) {
  /** Notes the first day of a trial that brings no other phase, such as a second one. */
  async function noteBegun(tx: Tx, { id, trial, phase }: Initiative, following: InitiativeFollowing) {
    const begins = following.trial === 'running' && trial !== 'running'
    if (begins && following.phase === phase)
      await thread.add(tx, { thing: 'idea', id, kind: 'trial-begun', at: clock.now() })
  }

  return {
    held: context.held,

    /** Has the card in the channel say the trial's days and places as they are now. */
    redraw: async (tx: Tx, id: string): Promise<void> => ideas.redraw(tx, await ideas.hold(tx, id)),

    /**
     * Has the initiative follow its trial. Whoever touched it hears of another phase and of a first outcome, as when its owner
     * writes them; the owner does not. Idempotent.
     * @throws Refusal `gone`, `idea-hidden`, `idea-merged`
     */
    follow: (tx: Tx, id: string, following: InitiativeFollowing): Promise<void> =>
      context.holding(tx, id, async (_, initiative) => {
        const sheet = followedSheet(initiative, following)
        await store(tx).setSheet(id, sheet)
        await store(tx).setTrial(id, following.trial)
        await noteBegun(tx, initiative, following)
        if (following.untold) return
        const { owner } = initiative
        for (const step of stepsBetween(initiative, sheet))
          await tell(tx, id, step, { ...(owner !== undefined && { unnamed: owner }) })
      }),
  }
}
