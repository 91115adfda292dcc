/**
 * A commitment is a sentence in a person's own words, under an axis, with a horizon; it is theirs alone to end.
 * It is kept to its owner unless they chose to share it, then shown by name and to be taken up; its notes are the
 * owner's alone, whatever is shared. Letting one go costs nothing: it is shown to nobody any more, and never counted.
 */

import type { OwnCommitmentUsecases } from './commitment/usecases.ts'
import type { StoryPublicationUsecases } from './publication/usecases.ts'
import type { SharedUsecases } from './sharing/usecases.ts'

export { axisTitle, horizonText } from './commitment/cards.ts'
export type { Commitment } from './commitment/domain.ts'
export { usualHorizon } from './commitment/domain.ts'
export type { DueUsecases } from './commitment/due-usecases.ts'
export { horizonChoices } from './commitment/form-cards.ts'
export type { CommitmentTally } from './sharing/tally.ts'

/** Where a kept commitment that was told waits for its pilot. */
export type StoryQueue = { readonly storiesWait: StoryPublicationUsecases['waiting'] }

/** Use-cases of commitments for other features. */
export type CommitmentUsecases = Pick<OwnCommitmentUsecases, 'show' | 'today'> &
  Pick<SharedUsecases, 'stagesOf' | 'near'>
