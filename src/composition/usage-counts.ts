import { ballotUsage } from '../features/ballots/ballot/usage-store.ts'
import { channelUsage, teamStanding } from '../features/channels/binding/usage-store.ts'
import { commitmentUsage } from '../features/commitments/commitment/usage-store.ts'
import { ideaUsage } from '../features/ideas/idea/usage-store.ts'
import { expectedStanding, leadUsage, peopleUsage } from '../features/people/person/usage-store.ts'
import { trialUsage } from '../features/trials/trial/usage-store.ts'
import { workshopUsage } from '../features/workshops/workshop/usage-store.ts'
import type { UsageCount } from '../kernel/storage/usage-count.ts'

/** All references that keep an axis or a Direction from being removed, in the order in which they are listed. */
export const USAGE_COUNTS: readonly UsageCount[] = [
  peopleUsage,
  leadUsage,
  expectedStanding,
  channelUsage,
  teamStanding,
  workshopUsage,
  ideaUsage,
  ballotUsage,
  trialUsage,
  commitmentUsage,
]
