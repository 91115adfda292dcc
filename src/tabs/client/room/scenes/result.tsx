import type { RoomBallotView } from '../../../contract/room/room.ts'
import { BallotOptions, type RankedOption } from '../parts/ballot-options.tsx'
import { useStage } from '../parts/context.tsx'

type Props = {
  readonly ballot: RoomBallotView
  readonly winners: readonly number[]
  readonly sequel: { readonly sentence: string } | undefined
}

/** Those that won first, then the others by what they got. */
export function rankedOptions({ ballot: { options }, winners }: Omit<Props, 'sequel'>): RankedOption[] {
  return options
    .map((option, at) => ({ ...option, won: winners.includes(at) }))
    .sort((a, b) => Number(b.won) - Number(a.won) || (b.total ?? 0) - (a.total ?? 0))
}

function useOutcome(winners: readonly number[]): string {
  const { say } = useStage().translator
  if (winners.length === 0) return say('screen.result.none')
  return winners.length > 1 ? say('screen.result.tied') : say('screen.result')
}

/** What came of a vote, and what follows of it. */
export function ResultScene({ ballot, winners, sequel }: Props) {
  const { say } = useStage().translator
  const { votes } = ballot
  const received = votes !== undefined && votes > 0 ? say('screen.vote.received', { votes }) : ''
  const outcome = [useOutcome(winners), received].filter(Boolean).join(' · ')
  return (
    <div className="vote">
      <BallotOptions ballot={ballot} options={rankedOptions({ ballot, winners })} outcome={outcome} />
      {sequel && <p className="sequel">{sequel.sentence}</p>}
    </div>
  )
}
