import type { Transact, Tx } from '../../kernel/storage/tx.ts'

export type PresentStore = {
  readonly present: (workshop: string, limit: number, after: string) => Promise<readonly string[]>
  readonly cameTo: (person: string, workshops: readonly string[]) => Promise<ReadonlySet<string>>
  /** The last first. */
  readonly visited: (person: string, limit: number) => Promise<readonly string[]>
}

type Parts = {
  readonly presents: (tx: Tx) => PresentStore
  readonly read: Transact
}

/** Workshops of one person: far more than anybody goes to while it is kept. */
const MANY = 200

export type PresentUsecases = ReturnType<typeof presentUsecases>

export function presentUsecases({ presents, read }: Parts) {
  return {
    /** Ids of people who came, in order, from just beyond `after`; '' for the first. Nobody where no list was kept. */
    presentIn: (workshop: string, limit: number, after = ''): Promise<readonly string[]> =>
      read(tx => presents(tx).present(workshop, limit, after)),

    /** Which of these workshops, a page of them at most, the person was checked in at. */
    cameTo: (person: string, workshops: readonly string[]): Promise<ReadonlySet<string>> =>
      read(tx => presents(tx).cameTo(person, workshops)),

    /** Ids of the workshops that the person was checked in at, the last 200. */
    visitedBy: (person: string): Promise<readonly string[]> => read(tx => presents(tx).visited(person, MANY)),
  }
}
