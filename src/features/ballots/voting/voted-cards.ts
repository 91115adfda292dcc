import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { type BallotButton, button } from '../ballot/cards.ts'
import type { VoteChoice } from '../ballot/choice.ts'
import type { BallotResult, Option } from '../ballot/domain.ts'
import type { ReplacedVote } from './replaced.ts'

/** The one option of a single choice that is not sealed. */
function optionIn({ kind, options }: BallotResult, choice: VoteChoice | undefined): Option | undefined {
  const [first] = choice ?? []
  return kind === 'single' && first ? options.find(({ id }) => id === first.option) : undefined
}

/** What is said of a vote: the choice, and the one that it replaced. */
export function votedText(
  { say }: Words,
  ballot: BallotResult & ReplacedVote,
): { readonly title: string; readonly text: string } {
  const [mine, had] = [optionIn(ballot, ballot.mine), optionIn(ballot, ballot.replaced)]
  if (ballot.secret) return { title: say('ballot.sealed'), text: '' }
  if (!mine) return { title: say('ballot.registered'), text: '' }
  const choice = safe(mine.title)
  if (!had) return { title: say('ballot.registered.is', { choice }), text: '' }
  return {
    title: say('ballot.registered.now', { choice }),
    text: say('ballot.registered.was', { choice: safe(had.title) }),
  }
}

/** « Reprendre A »: what was chosen before, in one tap. */
export function againButtons({ say }: Words, ballot: BallotResult & ReplacedVote): readonly BallotButton[] {
  const had = optionIn(ballot, ballot.replaced)
  if (!had || ballot.stage !== 'open') return []
  const title = say('ballot.again', { choice: plain(had.title) })
  return [button(title, 'ballots.vote', { ballot: ballot.id, choice: had.id })]
}
