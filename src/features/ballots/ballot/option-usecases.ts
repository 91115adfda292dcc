import type { BallotGround, BallotParts } from './context-usecases.ts'

type Parts = Pick<BallotParts, 'store' | 'transact'>

/** What becomes of an option whose idea is hidden, or shown again. */
export function optionUsecases({ store, transact }: Parts, { changed }: Pick<BallotGround, 'changed'>) {
  return {
    /** The options that come from the idea say `title` from now on, on every ballot; what was voted stays. */
    retitle: (idea: string, title: string): Promise<void> =>
      transact(async tx => {
        for (const ballot of await store(tx).retitle(idea, title)) await changed(tx, ballot)
      }),
  }
}
