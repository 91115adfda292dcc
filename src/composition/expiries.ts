import { oldPresence } from '../features/attendance/expiry-store.ts'
import { oldVotes } from '../features/ballots/secrecy/expiry-store.ts'
import { oldPosts } from '../features/channels/announcements/expiry-store.ts'
import { oldCommitments } from '../features/commitments/commitment/expiry-store.ts'
import { ideaNames } from '../features/ideas/erasure/expiry-store.ts'
import { oldMessages } from '../features/messages/message/expiry-store.ts'
import { stepNames } from '../features/next-steps/assignment/expiry-store.ts'
import { oldSeats } from '../features/workshops/seats/expiry-store.ts'
import { randomIds } from '../kernel/crypto/ids.ts'
import type { Expiry } from '../kernel/personal-data/expiry.ts'

/** Names on what follows of ideas go with those on the ideas. */
const namesOfBoth: Expiry = {
  ...ideaNames,
  count: async (tx, before) => (await ideaNames.count(tx, before)) + (await stepNames.count(tx, before)),
  async erase(tx, before, limit) {
    const erased = await ideaNames.erase(tx, before, limit)
    return erased === limit ? erased : erased + (await stepNames.erase(tx, before, limit - erased))
  },
}

/** All retention rules, in the order in which they are listed to people. */
export const EXPIRIES: readonly Expiry[] = [
  namesOfBoth,
  oldCommitments,
  oldSeats,
  oldPresence,
  oldVotes(randomIds),
  oldMessages,
  oldPosts,
]
