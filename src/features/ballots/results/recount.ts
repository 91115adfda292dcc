import type { Ballot } from '../ballot/domain.ts'
import { FEWEST_SECRET } from '../ballot/secret-rules.ts'

/** What one option got, or all of a ballot. */
export type Sum = { readonly votes: number; readonly voters: number }

/** Counted from the rows alone: `people` on the roll, and by option the points and who gave any. */
export type RecountedBallot = {
  readonly people: number
  readonly options: ReadonlyMap<string, Sum>
  /** Voters whose choice breaks the ballot's rules: no row may. */
  readonly beyond: number
}

/** Where what stands beside a ballot is not what its rows say. `option`: its title; none for who voted in all. */
export type RecountDifference = {
  readonly option?: string
  readonly stands: number
  readonly rows: number
}

const NOTHING: Sum = { votes: 0, voters: 0 }

/** Every total that is not what its rows add up to; none where all is right. */
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
 * Whether the sums of a secret ballot can come from as many voters as it says: of the votes themselves nothing is kept to
 * count again. There are none before the end, nor of too few voters. `sealed`: on the roll, as long as it is not counted.
 */
export function sumsAgree({ kind, most, options, votes }: Ballot, sealed: number | undefined): boolean {
  const sum = options.reduce((all, option) => all + option.votes, 0)
  if (sealed !== undefined) return sum === 0 && votes === sealed
  if (votes < FEWEST_SECRET) return sum === 0
  return kind === 'single' ? sum === votes : sum >= votes && sum <= votes * most
}
