import { ballotStanding } from '../features/ballots/ballot/usage-store.ts'
import { channelStanding, teamStanding } from '../features/channels/binding/usage-store.ts'
import { commitmentStanding } from '../features/commitments/commitment/usage-store.ts'
import { ideaStanding } from '../features/ideas/idea/usage-store.ts'
import { expectedStanding, leadStanding, peopleStanding } from '../features/people/person/usage-store.ts'
import { workshopStanding } from '../features/workshops/workshop/usage-store.ts'
import type { UsageCount } from '../kernel/storage/usage-count.ts'

/** All references that keep an axis or a Direction from being removed, in the order in which they are listed. */
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
