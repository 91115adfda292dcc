import { ballotStanding } from '../features/ballots/ballot/usage-store.ts'
import { channelStanding, teamStanding } from '../features/channels/binding/usage-store.ts'
import { commitmentStanding } from '../features/commitments/commitment/usage-store.ts'
import { ideaStanding } from '../features/ideas/idea/usage-store.ts'
import { expectedStanding, leadStanding, peopleStanding } from '../features/people/person/usage-store.ts'
import { workshopStanding } from '../features/workshops/workshop/usage-store.ts'
import type { UsageCount } from '../kernel/storage/usage-count.ts'

/** All that keeps an axis or a Direction from being removed, in the order in which it is told. */
export const STANDINGS: readonly UsageCount[] = [
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
