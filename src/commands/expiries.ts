import { oldPresence } from '../features/attendance/expiry-store.ts'
import { oldVotes } from '../features/ballots/expiry-store.ts'
import { oldPosts } from '../features/channels/expiry-store.ts'
import { oldCommitments } from '../features/commitments/expiry-store.ts'
import { ideaNames } from '../features/ideas/expiry-store.ts'
import { oldMessages } from '../features/messages/expiry-store.ts'
import { oldSeats } from '../features/workshops/expiry-store.ts'
import type { Expiry } from '../kernel/expiry.ts'
import { randomIds } from '../kernel/ids.ts'

/** All that goes by itself, in the order in which it is told. */
export const EXPIRIES: readonly Expiry[] = [
  ideaNames,
  oldCommitments,
  oldSeats,
  oldPresence,
  oldVotes(randomIds),
  oldMessages,
  oldPosts,
]
