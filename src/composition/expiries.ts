import { oldPresence } from '../features/attendance/expiry-store.ts'
import { oldVotes } from '../features/ballots/secrecy/expiry-store.ts'
import { oldPosts } from '../features/channels/announcements/expiry-store.ts'
import { PUT_RIGHT } from '../features/channels/index.ts'
import { oldCommitments } from '../features/commitments/commitment/expiry-store.ts'
import { oldStories } from '../features/commitments/stories/expiry-store.ts'
import { ideaNames } from '../features/ideas/erasure/expiry-store.ts'
import { oldMessages } from '../features/messages/message/expiry-store.ts'
import { stepNames } from '../features/next-steps/assignment/expiry-store.ts'
import { oldRooms } from '../features/room/scene/expiry-store.ts'
import { trialNames } from '../features/trials/records/expiry-store.ts'
import { oldOpeningRequests } from '../features/workshops/openings/expiry-store.ts'
import { oldSeats } from '../features/workshops/seats/expiry-store.ts'
import { randomIds } from '../kernel/crypto/ids.ts'
import type { Expiry } from '../kernel/personal-data/expiry.ts'

type Rows = Pick<Expiry, 'count' | 'erase'>

/** One rule for rows of two features: those of `other` go with those of `one`. */
function together(one: Expiry, other: Rows): Expiry {
  return {
    ...one,
    count: async (tx, before, now) =>
      (await one.count(tx, before, now)) + (await other.count(tx, before, now)),
    async erase(tx, before, limit, night) {
      const erased = await one.erase(tx, before, limit, night)
      return erased === limit ? erased : erased + (await other.erase(tx, before, limit - erased, night))
    },
  }
}

/** Names on what follows of ideas, and on what was tried of them, go with those on the ideas. */
const namesOnIdeas = together(together(ideaNames, stepNames), trialNames(randomIds))
/** What was told of commitments goes before them: its cards in channels are emptied first. */
const commitmentsAndStories = together(oldStories(PUT_RIGHT), oldCommitments)
/** What a room was shown, and who asked to be told of its opening, go with the seats in it. */
const seatsAndRooms = together(together(oldSeats, oldRooms), oldOpeningRequests)

/** All retention rules, in the order in which they are listed to people. */
export const EXPIRIES: readonly Expiry[] = [
  namesOnIdeas,
  commitmentsAndStories,
  seatsAndRooms,
  oldPresence,
  oldVotes(randomIds),
  oldMessages,
  oldPosts,
]
