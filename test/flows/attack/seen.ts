import type { Place } from './world.ts'

/** What somebody with a manager's rights read: for each reading, what was shown. */
export type Seen = {
  /** The days that the readings count to, their acts included: of Directions, and of the whole programme. */
  readonly readings: readonly number[]
  readonly allReadings: readonly number[]
  readonly participants: ReadonlyMap<string, readonly number[]>
  /** Who keeps a commitment to themselves, by Direction and axis: `direction axis`; empty where that is not shown. */
  readonly unshared: ReadonlyMap<string, readonly number[]>
  /** The same of the whole programme, where it is counted by itself. */
  readonly all: readonly number[]
  readonly allUnshared: ReadonlyMap<string, readonly number[]>
  /** Of the ballot when it has ended: exactly in all, and by Direction; nothing where it is not said. */
  readonly votes: number
  readonly turnouts: ReadonlyMap<string, number>
}

export type Sighted = Place & { readonly shown: number }
