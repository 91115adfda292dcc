import type {
  CommitmentListCard,
  CommitmentSheetCard,
} from '../../../../src/features/commitments/commitment/cards.ts'
import { nearCard } from '../../../../src/features/commitments/sharing/cards.ts'
import type { SharedCommitment } from '../../../../src/features/commitments/sharing/domain.ts'
import { shareCard } from '../../../../src/features/commitments/sharing/visibility-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { commitments, REVIEW } from './commitment.ts'

export function commitmentSharingSamples(words: Words, said: Said) {
  const { kept } = commitments(said)
  const shared: SharedCommitment = {
    id: 'e2',
    axis: 'usager',
    text: said(REVIEW),
    author: said('Sophie Lannes'),
    direction: 'lycees',
    horizon: '2027-06-30',
    stage: 'underway',
    reworded: false,
    mine: false,
    joined: false,
  }
  return {
    'commitments/commitment/sheet': [shareCard(words, programme, { ...kept, visibility: 'me' })],
    'commitments/commitment/list': [
      nearCard(words, programme, {
        items: [
          shared,
          { ...shared, axis: 'equipe', stage: 'kept', reworded: true, joined: true },
          shared,
          shared,
        ],
        next: 'e2',
      }),
      nearCard(words, programme, { items: [] }),
    ],
  } satisfies Samples<CommitmentListCard | CommitmentSheetCard>
}
