import type { Words } from '../../../i18n/words.ts'
import { type BallotButton, button } from '../ballot/cards.ts'
import { type BallotResult, showsTotals, verdictOf } from '../ballot/domain.ts'

/** Next acts for the idea that won: carry it, or join its initiative. `may`: whether to offer a commitment as well. */
export function winnerButtons({ say }: Words, ballot: BallotResult, may = true): readonly BallotButton[] {
  const verdict = showsTotals(ballot) ? verdictOf(ballot) : undefined
  const idea = verdict?.kind === 'won' ? verdict.leader.idea : undefined
  if (idea === undefined) return []
  return [
    button(say('idea.see'), 'ideas.show', { idea }),
    ...(may ? [button(say('commit.take'), 'commitments.form', { idea })] : []),
  ]
}
