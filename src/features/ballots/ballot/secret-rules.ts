import { pointsOn, type VoteChoice } from './choice.ts'
import type { Ballot, Withheld } from './domain.ts'

/** With fewer voters nothing is shown or kept: whoever knows the other votes would learn the last one. */
export const FEWEST_SECRET = 5

/** Running totals of a secret ballot would reveal each vote as it comes. */
export const SECRET = { secret: true, results: 'closing' } as const

/** Placeholder of a secret choice: says only that there is one. */
export const SEALED: VoteChoice = []

export function withheldOf({ votes }: Pick<Ballot, 'votes'>, counted: boolean): Withheld | undefined {
  if (!counted) return 'counting'
  return votes < FEWEST_SECRET ? 'few' : undefined
}

/** Content of one envelope, without its voter. */
export type Opened = { readonly choice: VoteChoice; readonly direction: string | undefined }

/**
 * Points by option, and the number of voters who gave them; the latter is left out where points are shared out, since
 * it would say more.
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
