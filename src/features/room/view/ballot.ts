import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { BallotResult } from '../../ballots/index.ts'

/** A vote on the screen: totals as its rules say, else how many were received. */
export type RoomBallot = {
  readonly id: string
  readonly question: string
  readonly kind: 'single' | 'approval' | 'dots'
  readonly secret: boolean
  /** Milliseconds. */
  readonly closesAt: number
  readonly closed?: true
  readonly options: readonly { readonly title: string; readonly axis?: string; readonly total?: number }[]
  readonly votes?: Shown
}

type Totals = { readonly shown: boolean }

/** `shown`: its rules let totals be read now. Votes of a secret one that ended without a result are counted for nobody. */
export function roomBallot(ballot: BallotResult, { shown }: Totals): RoomBallot {
  const { id, question, kind, secret, closesAt, stage, options, votes, withheld } = ballot
  return {
    id,
    question,
    kind,
    secret,
    closesAt,
    ...(stage === 'closed' && { closed: true as const }),
    options: options.map(option => ({
      title: option.title,
      ...(option.axis !== undefined && { axis: option.axis }),
      ...(shown && { total: exact('open-ballot', option.votes) }),
    })),
    ...(withheld === undefined && { votes: exact('open-ballot', votes) }),
  }
}

/** Indexes of the options in first place, once it is closed and its result counts. */
export function winnersOf(ballot: BallotResult, { shown }: Totals): readonly number[] {
  const { stage, options, votes, quorum } = ballot
  const most = Math.max(0, ...options.map(option => option.votes))
  if (!shown || stage !== 'closed' || most === 0 || votes < quorum) return []
  return options.flatMap((option, at) => (option.votes === most ? [at] : []))
}

/** What follows its result, once it is said; undefined while it is awaited. */
export function sequelOf({ follows }: BallotResult): string | undefined {
  if (follows?.kind === 'steps') return follows.steps[0]?.text
  return follows?.kind === 'none' ? follows.word : undefined
}
