import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import { type GivenVote, only, sameChoice, type Vote, type VoteChoice } from '../ballot/choice.ts'
import type { Ballot } from '../ballot/domain.ts'

/** `replaced`: the choice of an open ballot that a vote took the place of; absent where there was none. */
export type ReplacedVote = { readonly replaced?: VoteChoice }

/** Longer than Teams repeats a call, and no longer: two choices of one person say more than one. */
const REPEATED = 2 * MINUTE

function keyOf({ person, ballot, choice }: Vote, at: number): IdempotencyKey {
  const words = choice.map(({ option }) => option).join(',')
  return { key: `vote:${person}:${fingerprint(ballot, words, String(at))}`, forMs: REPEATED }
}

/** Which choice a vote replaced, so that the answer to a call that Teams repeats says the same again. */
export function replacedVotes(once: Once) {
  return {
    /** Of a vote that has just been stored. */
    async noted(
      tx: Tx,
      { kind }: Pick<Ballot, 'kind'>,
      vote: Vote,
      before: GivenVote | undefined,
    ): Promise<ReplacedVote> {
      const [had] = before?.choice ?? []
      if (kind !== 'single' || !had || sameChoice(before?.choice, vote.choice)) return {}
      await once(tx, [keyOf(vote, vote.at)], had.option)
      return { replaced: only(had.option) }
    },

    /** Of one that is stored already, since `before.at`. */
    async recalled(
      tx: Tx,
      { kind }: Pick<Ballot, 'kind'>,
      vote: Vote,
      before: GivenVote,
    ): Promise<ReplacedVote> {
      const [has] = before.choice
      if (kind !== 'single' || !has) return {}
      const had = await once(tx, [keyOf(vote, before.at)], has.option)
      return had === has.option ? {} : { replaced: only(had) }
    },
  }
}
