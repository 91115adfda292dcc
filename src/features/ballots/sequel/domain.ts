import { ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { StepSubject } from '../../next-steps/index.ts'
import { type Ballot, hasBegun, hasResult, isCancelled, stageOf } from '../ballot/domain.ts'
import { directionAsked, isRoomVote } from '../ballot/sequel.ts'

export const SEQUEL_PERMISSIONS = {
  /** Those of which nobody has said yet what follows. */
  awaited: { act: 'ballots.awaited', roles: ORGANISERS },
  /** « Sans suite », by who is in charge of what follows, or who had a table vote. */
  settle: { act: 'ballots.no-sequel', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** Characters of why nothing follows, as a person counts them. */
const WORD_LENGTH = 200

/** Why nothing follows: not asked in a room. @throws Refusal `empty-text`, `too-long` */
export function wordOf({ audience }: Pick<Ballot, 'audience'>, typed: string): string | undefined {
  return isRoomVote(audience) ? undefined : lineWithin(typed, WORD_LENGTH)
}

/**
 * What a ballot is to the steps that follow of it: nothing before its result, nor where it never opened. Before it opens its
 * question is not for all to read.
 */
export function ballotSubjectOf(ballot: Ballot, now: number): StepSubject {
  const { question, audience } = ballot
  const direction = directionAsked(audience)
  const title = hasBegun(ballot, now) ? question : ''
  const about = { title, ...(direction !== undefined && { direction }) }
  if (isCancelled({ ...ballot, stage: stageOf(ballot, now) }))
    return { ...about, title: '', standing: 'gone' }
  return { ...about, standing: hasResult(ballot, now) ? 'open' : 'early' }
}
