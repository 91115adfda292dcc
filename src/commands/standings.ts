import { ballotStanding } from '../features/ballots/standing-store.ts'
import { channelStanding, teamStanding } from '../features/channels/standing-store.ts'
import { commitmentStanding } from '../features/commitments/standing-store.ts'
import { ideaStanding } from '../features/ideas/standing-store.ts'
import { expectedStanding, leadStanding, peopleStanding } from '../features/people/standing-store.ts'
import { workshopStanding } from '../features/workshops/standing-store.ts'
import type { Standing } from '../kernel/standing.ts'

/** All that keeps an axis or a Direction from being removed, in the order in which it is told. */
export const STANDINGS: readonly Standing[] = [
  peopleStanding,
  leadStanding,
  expectedStanding,
  channelStanding,
  teamStanding,
  workshopStanding,
  ideaStanding,
  ballotStanding,
  commitmentStanding,
]
