import { pointsOn, type VoteChoice } from './choice.ts'
import type { Ballot, Withheld } from './domain.ts'

/** Of fewer voters nothing is told, nor kept: who knows how the others voted would know the rest. */
export const FEWEST_SECRET = 5

/** Totals of a secret ballot would tell each vote as it comes. */
export const SECRET = { secret: true, results: 'closing' } as const

/** What is seen of somebody's secret choice: that there is one. */
export const SEALED: VoteChoice = []

export function withheldOf({ votes }: Pick<Ballot, 'votes'>, counted: boolean): Withheld | undefined {
  if (!counted) return 'counting'
  return votes < FEWEST_SECRET ? 'few' : undefined
}

/** One envelope's content, whoever it is of. */
export type Opened = { readonly choice: VoteChoice; readonly direction: string | undefined }

/**
 * By option, the points it got; how many people gave them where that says no more, which is not so with points to share
 * out.
 */
export function sumsOf(
  { kind, options }: Pick<Ballot, 'kind' | 'options'>,
  opened: readonly Pick<Opened, 'choice'>[],
): ReadonlyMap<string, { readonly votes: number; readonly voters: number }> {
  return new Map(
    options.map(({ id }) => {
      const votes = opened.reduce((sum, { choice }) => sum + pointsOn(choice, id), 0)
      return [id, { votes, voters: kind === 'dots' ? 0 : votes }]
    }),
  )
}
