import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { InitiativeUsecases } from '../../initiatives/index.ts'
import type { NextStepShown, StepUsecases } from '../../next-steps/index.ts'
import type { TrialStore } from '../trial/context-usecases.ts'
import type { TrialReadingUsecases } from '../trial/reading-usecases.ts'
import type { TrialSeen } from '../trial/seen.ts'
import { type DecidedTrial, isDecided } from './domain.ts'
import type { DecisionStore } from './rows.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<DecisionStore, 'hasTried' | 'decidedOf' | 'postedSince'>
  readonly trials: (tx: Tx) => Pick<TrialStore, 'find'>
  readonly read: Transact
  readonly show: TrialReadingUsecases['show']
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne' | 'posted'>
  readonly ideas: Pick<IdeaUsecases, 'hasCommented'>
  readonly nextSteps: Pick<StepUsecases, 'shownOn' | 'mayWrite'>
}

/** A trial as its decision is read by one person. `next`: what follows of it; `mayFollow`: they may write that. */
export type DecisionSeen = {
  readonly trial: TrialSeen
  readonly next: readonly NextStepShown[]
  readonly mayFollow: boolean
}

export type DecisionReading = ReturnType<typeof decisionReading>

/** Initiatives with more decided trials than this keep the cards of older ones as they are. */
const REDRAWN = 20

/** A decision as it is read: by one person, and by everybody in a channel. */
export function decisionReading({ store, trials, read, show, initiatives, ideas, nextSteps }: Parts) {
  const nextOf = async (id: string) => (await nextSteps.shownOn('trial', [id])).get(id) ?? []

  return {
    /** @throws Refusal `gone`, `idea-hidden` */
    async seen(actor: Actor, id: string): Promise<DecisionSeen> {
      const trial = await show(actor, id)
      const { idea } = await initiatives.seenOne(actor, trial.initiative)
      const writes = trial.mine || nextSteps.mayWrite(actor, idea.direction)
      return { trial, next: await nextOf(id), mayFollow: isDecided(trial) && writes }
    },

    /** Whether it is theirs to hear of: they carry, joined, wrote, support or commented it, or tried. @throws Refusal as `seen` */
    async isConcerned(actor: Actor, { id, initiative }: TrialSeen): Promise<boolean> {
      const { mine, joined, idea } = await initiatives.seenOne(actor, initiative)
      if (mine || joined || idea.mine || idea.supported) return true
      return (
        (await read(tx => store(tx).hasTried(id, actor.id))) || (await ideas.hasCommented(actor.id, idea.id))
      )
    },

    /** What everybody in a channel reads; undefined once nobody may. @throws Refusal `gone` before it is decided */
    async posted(id: string): Promise<(Pick<DecisionSeen, 'next'> & { trial: DecidedTrial }) | undefined> {
      const trial = await read(tx => trials(tx).find(id))
      if (!trial?.ending) throw new Refusal('gone')
      const found = await initiatives.posted(trial.initiative)
      if (!found || found.gone) return undefined
      const { title } = found.initiative
      return { trial: { ...trial, title, ending: trial.ending }, next: await nextOf(id) }
    },

    /** Ids of the initiative's decided trials. */
    decidedOf: (initiative: string): Promise<readonly string[]> =>
      read(tx => store(tx).decidedOf(initiative, REDRAWN)),

    /** Ids of those whose cards in channels may have gone out of date since `since` (ms). */
    postedSince: (since: number, limit: number): Promise<readonly string[]> =>
      read(tx => store(tx).postedSince(since, limit)),
  }
}
