import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { BallotContext, BallotStore } from './context-usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'retitle'>
  readonly transact: Transact
  readonly context: Pick<BallotContext, 'changed'>
}

export type OptionUsecases = ReturnType<typeof optionUsecases>

/** What becomes of an option whose idea is hidden, or shown again. */
export function optionUsecases({ store, transact, context }: Parts) {
  return {
    /** Replaces the text of options that come from the idea, on every ballot; votes are kept. */
    retitle: (idea: string, title: string): Promise<void> =>
      transact(async tx => {
        for (const ballot of await store(tx).retitle(idea, title)) await context.changed(tx, ballot)
      }),
  }
}
