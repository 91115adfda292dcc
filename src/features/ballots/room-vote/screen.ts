import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { BallotKind } from '../ballot/choice.ts'
import { type BallotResult, isCancelled, showsTotals, verdictOf } from '../ballot/domain.ts'

/** What the screen of a room shows of a ballot: totals where its rules say so, and how many voted; nobody's choice. */
export type ScreenBallot = {
  readonly id: string
  readonly question: string
  readonly kind: BallotKind
  readonly secret: boolean
  /** Milliseconds. */
  readonly closesAt: number
  readonly closed?: true
  readonly options: readonly { readonly title: string; readonly axis?: string; readonly total?: Shown }[]
  /** Absent where too few voted in secret, or it is not counted yet. */
  readonly votes?: Shown
}

export function screenBallot(ballot: BallotResult): ScreenBallot {
  const { id, question, kind, secret, closesAt, stage, options, votes, withheld } = ballot
  const shown = showsTotals(ballot)
  return {
    id,
    question,
    kind,
    secret,
    closesAt,
    ...(stage === 'closed' && { closed: true as const }),
    options: options.map(({ title, axis, votes: total }) => ({
      title,
      ...(axis !== undefined && { axis }),
      ...(shown && { total: exact('open-ballot', total) }),
    })),
    ...(withheld === undefined && { votes: exact('open-ballot', votes) }),
  }
}

/** Indexes of the options that came first: several where they are equal, none where the result does not count. */
export function winnersOf(ballot: BallotResult): readonly number[] {
  if (ballot.stage !== 'closed' || isCancelled(ballot) || !showsTotals(ballot)) return []
  const verdict = verdictOf(ballot)
  const leaders = verdict.kind === 'won' ? [verdict.leader] : verdict.kind === 'tie' ? verdict.leaders : []
  return leaders.map(({ id }) => ballot.options.findIndex(option => option.id === id))
}
