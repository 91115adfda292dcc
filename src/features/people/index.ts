/**
 * Who takes part. Somebody is known from their first gesture: object id, tenant, name, personal chat; or, when the people
 * file expects them, as a member of a team where the bot is. The Direction is asked once and may be corrected; French until
 * they say otherwise.
 */

import type { IdentificationUsecases } from './identification/usecases.ts'
import type { DirectionChoiceUsecases } from './person/direction-usecases.ts'
import type { PersonUsecases } from './person/usecases.ts'
import type { ColleagueUsecases } from './pilots/colleague-usecases.ts'
import type { PilotUsecases } from './pilots/usecases.ts'
import type { ReachUsecases } from './reach/usecases.ts'
import type { RoleUsecases } from './roles/usecases.ts'

export type { Greeting } from './identification/usecases.ts'
export type { OpenNow, Person } from './person/domain.ts'
export type { UnreachableReason as Why } from './reach/domain.ts'
export type { ChatPostEnd as PostEnd } from './reach/usecases.ts'
export type { LeavingUsecases } from './roles/erasure-usecases.ts'

/** What other features, the sign-in and the demo ask of people. */
export type PeopleUsecases = {
  readonly greet: IdentificationUsecases['greet']
  readonly names: PersonUsecases['names']
  readonly actor: PersonUsecases['actor']
  readonly tookPart: PersonUsecases['tookPart']
  readonly chooseDirection: DirectionChoiceUsecases['chooseDirection']
  readonly assignRole: RoleUsecases['assignRole']
  readonly pilots: PilotUsecases['pilots']
  readonly pilotsAndDeputies: PilotUsecases['pilotsAndDeputies']
  readonly unpiloted: PilotUsecases['unpiloted']
  readonly colleagues: ColleagueUsecases['colleagues']
  readonly inCharge: ColleagueUsecases['inCharge']
  readonly reachOf: ReachUsecases['reachOf']
  readonly answered: ReachUsecases['answered']
  readonly unreachable: ReachUsecases['unreachable']
}
