import type { Ballot } from '../ballot/domain.ts'
import { FEWEST_SECRET } from '../ballot/secret-rules.ts'

/** Total of one option, or of a whole ballot. */
export type Sum = { readonly votes: number; readonly voters: number }

/** A count from the rows alone: `people` on the roll; by option, points and number of voters. */
export type RecountedBallot = {
  readonly people: number
  readonly options: ReadonlyMap<string, Sum>
  /** Number of voters whose choice breaks the ballot's rules: must be 0. */
  readonly beyond: number
}

/** A stored total that differs from its rows. `option`: its title; absent for the number of voters. */
export type RecountDifference = {
  readonly option?: string
  readonly stands: number
  readonly rows: number
}

const NOTHING: Sum = { votes: 0, voters: 0 }

/** All stored totals that differ from their rows; empty when all is right. */
export function differencesIn(
  ballot: Ballot,
  { people, options, beyond }: RecountedBallot,
): readonly RecountDifference[] {
  const total = ballot.votes === people ? [] : [{ stands: ballot.votes, rows: people }]
  const ofOptions = ballot.options.flatMap(({ id, title, votes, voters }) => {
    const rows = options.get(id) ?? NOTHING
    return [
      ...(votes === rows.votes ? [] : [{ option: title, stands: votes, rows: rows.votes }]),
      ...(voters === rows.voters ? [] : [{ option: title, stands: voters, rows: rows.voters }]),
    ]
  })
  return [...total, ...ofOptions, ...(beyond > 0 ? [{ stands: 0, rows: beyond }] : [])]
}

/**
 * Plausibility check of a counted secret ballot, whose votes no longer exist: can its sums come from as many voters as
 * it says? There are none before the end, nor with too few voters. `sealed`: size of the roll while it is not counted.
 */
export function sumsAgree({ kind, most, options, votes }: Ballot, sealed: number | undefined): boolean {
  const sum = options.reduce((all, option) => all + option.votes, 0)
  if (sealed !== undefined) return sum === 0 && votes === sealed
  if (votes < FEWEST_SECRET) return sum === 0
  return kind === 'single' ? sum === votes : sum >= votes && sum <= votes * most
}
