import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { ProgrammeFiguresView } from '../../../contract/figures/figures.ts'
import type { ReviewView } from '../../../contract/figures/review.ts'
import type { EffectView } from '../../../contract/message-effect.ts'
import { named, paged, type Readers, whole } from '../../data/sources/sources.ts'

export type FigureSources = {
  readonly review: ReviewView
  readonly figures: ProgrammeFiguresView
  readonly ballots: readonly BallotView[]
  readonly effect: EffectView
}

export const READERS: Readers<FigureSources> = {
  review: named('unread.review', whole('/review')),
  figures: named('unread.figures', whole('/figures')),
  ballots: named('unread.ballots', paged('/ballots')),
  effect: named('unread.effect', whole('/messages/effect')),
}

export const TOPICS: readonly ChangeTopic[] = [
  'ballots',
  'commitments',
  'figures',
  'ideas',
  'initiatives',
  'programme',
  'workshops',
]
