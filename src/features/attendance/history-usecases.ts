import type { Transact, Tx } from '../../kernel/storage/tx.ts'

export type PresentStore = {
  readonly present: (workshop: string, limit: number, after: string) => Promise<readonly string[]>
  readonly cameTo: (person: string, workshops: readonly string[]) => Promise<ReadonlySet<string>>
  readonly isPresent: (workshop: string, person: string) => Promise<boolean>
  readonly count: (workshop: string) => Promise<number>
  /** Ids of workshops where the person was checked in, the last first. */
  readonly visited: (person: string, limit: number) => Promise<readonly string[]>
}

type Parts = {
  readonly presents: (tx: Tx) => PresentStore
  readonly read: Transact
}

/** Limit of workshops per person: exceeds the retention period. */
const MANY = 200

export type PresentUsecases = ReturnType<typeof presentUsecases>

export function presentUsecases({ presents, read }: Parts) {
  return {
    /**
     * Ids of people who were checked in, sorted, from just after `after`; '' for the first. Empty where no list was
     * kept.
     */
    presentIn: (workshop: string, limit: number, after = ''): Promise<readonly string[]> =>
      read(tx => presents(tx).present(workshop, limit, after)),

    /** Which of these workshops, at most a page, the person was checked in at. */
    cameTo: (person: string, workshops: readonly string[]): Promise<ReadonlySet<string>> =>
      read(tx => presents(tx).cameTo(person, workshops)),

    /** Whether the person was checked in, within the caller's transaction. */
    isPresent: (tx: Tx, workshop: string, person: string): Promise<boolean> =>
      presents(tx).isPresent(workshop, person),

    /** How many were checked in, within the caller's transaction. */
    countPresent: (tx: Tx, workshop: string): Promise<number> => presents(tx).count(workshop),

    /** Ids of the workshops that the person was checked in at, the last 200. */
    visitedBy: (person: string): Promise<readonly string[]> => read(tx => presents(tx).visited(person, MANY)),
  }
}
