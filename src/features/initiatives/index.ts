/**
 * A retained idea that somebody carries: a sheet that its owner writes, people who take part, a phase. It keeps the id of
 * its idea, whose supports, comments and thread are its own; everybody who touched it hears once of each phase.
 * Who takes part chose to, and is named on the sheet until they leave.
 */

import type { GalleryUsecases } from './gallery/usecases.ts'
import type { InitiativeContext } from './initiative/context-usecases.ts'
import type { InitiativeTrialUsecases } from './initiative/trial-usecases.ts'
import type { MemberUsecases } from './members/usecases.ts'

export type { InitiativeTally } from './gallery/tally.ts'
export type { Initiative, InitiativeSeen, InitiativeTrialState, TrialOnSheet } from './initiative/domain.ts'
export type { InitiativeFollowing } from './initiative/trial-usecases.ts'

/** Use-cases of initiatives for other features. */
export type InitiativeUsecases = Pick<GalleryUsecases, 'list' | 'posted'> &
  Pick<MemberUsecases, 'join'> &
  Pick<InitiativeContext, 'seenOne'> &
  InitiativeTrialUsecases
