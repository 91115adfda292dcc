import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { TrialContext, TrialStore } from '../trial/context-usecases.ts'
import { type InitiativeTrial, standingOf } from '../trial/domain.ts'
import { askFact, askReason, WEEKS } from './facts.ts'
import type { DecisionStore } from './rows.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<DecisionStore, 'initiativeOf'>
  readonly trials: (tx: Tx) => Pick<TrialStore, 'find' | 'current'>
  readonly transact: Transact
  readonly note: Note
  readonly zone: string
  readonly messages: Pick<MessageUsecases, 'tell'>
  /** Whether its idea may be read at present. */
  readonly isShown: (tx: Tx, idea: string) => Promise<boolean>
}

export type DecisionAsking = ReturnType<typeof decisionAsking>

/** Whoever carries the initiative is asked what becomes of its trial: on its last day, and once more a week later. */
export function decisionAsking(parts: Parts, context: Pick<TrialContext, 'today'>) {
  const { store, trials, transact, note, zone, messages, isShown } = parts

  const isDue = (trial: InitiativeTrial) => standingOf(trial, context.today()) === 'due'

  /** @returns whether they were not asked for that time yet */
  async function ask(tx: Tx, trial: InitiativeTrial, time: 1 | 2): Promise<boolean> {
    const { owner } = (await store(tx).initiativeOf(trial.id)) ?? {}
    if (owner === undefined || !(await isShown(tx, trial.initiative))) return false
    return messages.tell(tx, {
      person: owner,
      topic: 'my-trial',
      reason: askReason(trial, time),
      subject: { trial: trial.id, turn: trial.turn, news: 'decide' },
      by: 'trial-decisions',
    })
  }

  return {
    /** Its last day is known, or another than before. */
    schedule: (tx: Tx, trial: InitiativeTrial): Promise<void> => note(tx, askFact(trial, zone, 0)),

    /**
     * Asks for the decision: the first time, or who was asked before a last time. Whoever takes it over later is asked on one of
     * the weeks after; nobody is while nobody carries it, or may read it.
     */
    ask: (id: string, turn: number, week: number): Promise<void> =>
      transact(async tx => {
        const trial = await trials(tx).find(id)
        if (!trial || trial.ending || trial.turn !== turn || !isDue(trial)) return
        if (!(await ask(tx, trial, 1)) && week > 0) await ask(tx, trial, 2)
        if (week < WEEKS) await note(tx, askFact(trial, zone, week + 1))
      }),

    /** Its idea is shown again: who carries it is asked now, if they were not. */
    catchUp: (idea: string): Promise<void> =>
      transact(async tx => {
        const trial = await trials(tx).current(idea)
        if (trial && isDue(trial)) await ask(tx, trial, 1)
      }),
  }
}
