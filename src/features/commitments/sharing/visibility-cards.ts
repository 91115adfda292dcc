import { overflowed } from '../../../cards/overflow.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { button, type CommitmentAxes, type CommitmentSheetCard, headerOf } from '../commitment/cards.ts'
import type { Commitment } from '../commitment/domain.ts'

/** Says who will see it, before it is shared with the Direction. */
export function shareCard(words: Words, axes: CommitmentAxes, commitment: Commitment): CommitmentSheetCard {
  const { say } = words
  const { id, text } = commitment
  return {
    template: 'commitments/commitment/sheet',
    data: {
      ...headerOf(words, axes, commitment),
      title: safe(text),
      facts: [
        { icon: 'Eye', text: say('commit.visibility.direction.see') },
        { icon: 'Info', text: say('commit.visibility.declared') },
      ],
      buttons: overflowed([
        button(say('commit.share'), 'commitments.share', { commitment: id, visibility: 'direction' }),
        button(say('commit.share.not'), 'commitments.show', { commitment: id }),
      ]),
    },
  }
}
