import type { NextStep, NextStepState } from './domain.ts'
import type { SubjectKind } from './subject.ts'

/** Where a page of steps, soonest first, ended. `due`: `YYYY-MM-DD`. */
export type DueCursor = Pick<NextStep, 'due' | 'id'>

export type NextStepStore = {
  readonly add: (step: NextStep) => Promise<void>
  readonly find: (id: string) => Promise<NextStep | undefined>
  /** As `find`; nobody else changes it until the transaction ends. */
  readonly lock: (id: string) => Promise<NextStep | undefined>
  readonly change: (step: NextStep) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Of some subjects of one kind, in the order in which they were written; at most 500. */
  readonly on: (kind: SubjectKind, subjects: readonly string[]) => Promise<readonly NextStep[]>
  /** Those that have somebody in the column, in one of the states, soonest first. */
  readonly ofPerson: (
    column: 'asker' | 'holder' | 'asked',
    person: string,
    states: readonly NextStepState[],
    limit: number,
    after?: DueCursor,
  ) => Promise<readonly NextStep[]>
  /** What somebody said is done from `since` (ms) on. */
  readonly keptSince: (holder: string, since: number) => Promise<readonly NextStep[]>
  /** Promises of a Direction, or of the Lab', whose day is over, the oldest first. */
  readonly late: (
    direction: string | undefined,
    today: string,
    limit: number,
    after?: DueCursor,
  ) => Promise<readonly NextStep[]>
  /** All that name somebody; at most 500 at a time. */
  readonly touching: (person: string) => Promise<readonly NextStep[]>
}
