import { EVERYONE, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import type { Commitment, CommitmentStage } from '../commitment/domain.ts'

/** A commitment as colleagues see it: never a note. */
export type SharedCommitment = Pick<Commitment, 'id' | 'axis' | 'text' | 'direction' | 'horizon'> & {
  readonly stage: CommitmentStage
  /** Whether its words or axis changed while others could read them. */
  readonly reworded: boolean
  readonly author: string
  readonly mine: boolean
  /** Whether the reader has taken it up. */
  readonly joined: boolean
}

export const SHARING_PERMISSIONS = {
  count: { act: 'commitments.count', roles: EVERYONE },
  /** Lists leave out what is not shown to the actor. */
  near: { act: 'commitments.near', roles: PARTICIPANTS, relation: 'shown' },
  /** The same on a Direction's page, which includes one's own. */
  ofDirection: { act: 'commitments.of-direction', roles: PARTICIPANTS, relation: 'shown' },
} as const satisfies Record<string, Permission>
