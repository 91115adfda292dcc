import type { BallotResult } from '../ballot/domain.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import { type ScreenBallot, screenBallot, winnersOf } from './screen.ts'

/** How a vote came out. `winners`: indexes into its options. */
export type ScreenOutcome = {
  readonly ballot: ScreenBallot
  readonly winners: readonly number[]
  readonly sequel?: { readonly sentence: string }
}

type Parts = {
  readonly posted: ShowUsecases['posted']
  /** What follows, in the programme's language: a screen is read by everybody. */
  readonly sentenceOf: (ballot: BallotResult) => string
}

export type ScreenUsecases = ReturnType<typeof screenUsecases>

/** Ballots as the screen of a room shows them. */
export function screenUsecases({ posted, sentenceOf }: Parts) {
  return {
    /** A ballot as everybody in a room may see it; undefined when it was deleted or has not been opened. */
    async roomBallot(id: string): Promise<ScreenBallot | undefined> {
      const found = await posted(id)
      return found && screenBallot(found)
    },

    /** The same with what came first and what follows; without either while it runs. */
    async roomOutcome(id: string): Promise<ScreenOutcome | undefined> {
      const found = await posted(id)
      if (!found) return undefined
      const sentence = sentenceOf(found)
      const sequel = sentence === '' ? {} : { sequel: { sentence } }
      return { ballot: screenBallot(found), winners: winnersOf(found), ...sequel }
    },
  }
}
