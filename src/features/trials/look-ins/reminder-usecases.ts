import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn, dayAfter } from '../../../kernel/time/time-zone.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { InitiativeTrial, TrialMeasure } from '../trial/domain.ts'
import { type PlannedRound, periodOf } from './rounds.ts'

export type NumberStore = {
  /** The last day on which each of these was typed since the trial began, `YYYY-MM-DD`. */
  readonly lastTyped: (measures: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

type Parts = {
  readonly numbers: (tx: Tx) => NumberStore
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly zone: string
}

export type NumberReminders = ReturnType<typeof numberReminders>

/** What a trial waits for from who carries it, at its rhythm. */
export function numberReminders({ numbers, messages, zone }: Parts) {
  /** Its numbers that were not typed since that day, `YYYY-MM-DD`. */
  async function awaited(tx: Tx, trial: InitiativeTrial, since: string): Promise<readonly TrialMeasure[]> {
    const typed = trial.measures.filter(({ kind }) => kind === 'number')
    if (typed.length === 0) return []
    const last = await numbers(tx).lastTyped(typed.map(({ id }) => id))
    return typed.filter(({ id }) => (last.get(id) ?? '') < since)
  }

  return {
    awaited,

    /** Asks `carrier` for numbers that are as old as the trial's rhythm. */
    async remind(tx: Tx, trial: InitiativeTrial, carrier: string, round: PlannedRound): Promise<void> {
      const since = dayAfter(dateIn(round.opensAt, zone), 1 - periodOf(trial))
      if ((await awaited(tx, trial, since)).length === 0) return
      await messages.tell(tx, {
        person: carrier,
        topic: 'my-trial',
        reason: `trial-number:${trial.id}:${round.number}`,
        subject: { trial: trial.id, news: 'number', since },
        by: 'look-ins',
        until: round.closesAt,
      })
    },
  }
}
